using System.Net;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text.Json;
using TransformationPortal.Web.Tests.Support;

namespace TransformationPortal.Web.Tests.Files;

/// <summary>Published quarters, as programs read them.</summary>
[Collection(PortalCollection.Name)]
public sealed class ApiTests(PortalFactory portal)
{
    [Fact]
    public async Task Edition_AsJson_IsWhatWasSealed()
    {
        using var member = await portal.SignedInAsync("member");
        var quarter = (await Read(member, "/api/quarters"))[0];
        Assert.Equal("2019/20 Q1", quarter.GetProperty("quarter").GetString());
        var bytes = await member.GetByteArrayAsync(new Uri(quarter.GetProperty("address").GetString()!, UriKind.Relative));
        Assert.Equal(quarter.GetProperty("seal").GetString(), Convert.ToHexStringLower(SHA256.HashData(bytes)));
    }

    [Theory]
    [InlineData("savings?kind=revised&year=2019/20", 15_049_000)]
    [InlineData("savings?kind=revised&year=2019/20&basis=agreed", 14_294_000)]
    [InlineData("savings?confidence=Low&confidence=Medium&year=2019/20", 6_851_000)]
    [InlineData("costs?kind=actual&kind=committed", 3_300_000)]
    public async Task Slice_AsJson_HasThePagesTotalAndItsEntries(string address, int pounds)
    {
        using var member = await portal.SignedInAsync("member");
        var slice = await Read(member, "/api/quarters/2019-20/q1/" + address);
        Assert.Equal(pounds, slice.GetProperty("total").GetDecimal());
        Assert.Equal(pounds, slice.GetProperty("entries").EnumerateArray().Sum(e => e.GetProperty("amount").GetDecimal()));
    }

    [Fact]
    public async Task Slice_OfNothing_HasNoTotal()
    {
        using var member = await portal.SignedInAsync("member");
        var slice = await Read(member, "/api/quarters/2019-20/q1/savings?kind=position&year=2022/23&confidence=Delivered");
        Assert.Equal(JsonValueKind.Null, slice.GetProperty("total").ValueKind);
        Assert.Equal(0, slice.GetProperty("entries").GetArrayLength());
    }

    [Theory]
    [InlineData("/api/quarters/2018-19/q1", "No quarter has been published under 2018-19/q1.")]
    [InlineData("/api/quarters/2019-20/q1?edition=4", "2019/20 Q1 has no edition “4”.")]
    [InlineData("/api/quarters/2019-20/q1/savings?workstream=Magic", "“Magic” is not a workstream of this edition.")]
    public async Task Address_ThatNamesNothing_IsAProblemThatSaysWhatExists(string address, string message)
    {
        using var member = await portal.SignedInAsync("member");
        using var answer = await member.GetAsync(new Uri(address, UriKind.Relative));
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType!.MediaType);
        using var problem = JsonDocument.Parse(await answer.Content.ReadAsStringAsync());
        Assert.StartsWith(message, problem.RootElement.GetProperty("detail").GetString(), StringComparison.Ordinal);
        Assert.NotEqual(0, problem.RootElement.GetProperty("existing").GetArrayLength());
    }

    [Theory]
    [InlineData("/api/quarters")]
    [InlineData("/api/quarters/2019-20/q1")]
    [InlineData("/api/openapi.json")]
    public async Task Api_WithoutSignIn_AnswersThatOneIsNeeded(string address)
    {
        using var stranger = portal.Anonymous();
        using var answer = await stranger.GetAsync(new Uri(address, UriKind.Relative));
        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType!.MediaType);
        Assert.Equal("Sign in first", (await ReadAsync(answer)).GetProperty("title").GetString());
    }

    [Fact]
    public async Task Api_AddressThatThereIsNot_IsAProblemToo()
    {
        using var member = await portal.SignedInAsync("member");
        using var answer = await member.GetAsync(new Uri("/api/nothing", UriKind.Relative));
        Assert.Equal((HttpStatusCode.NotFound, "application/problem+json"), (answer.StatusCode, answer.Content.Headers.ContentType!.MediaType));
    }

    [Theory]
    [InlineData("/api/quarters")]
    [InlineData("/api/quarters/2019-20/q1")]
    [InlineData("/api/quarters/2019-20/q1/savings")]
    [InlineData("/api/quarters/2019-20/q1/costs")]
    public async Task Answer_AskedForAgainWithItsTag_Is304AndHeadIsAnsweredAsGet(string address)
    {
        using var member = await portal.SignedInAsync("member");
        using var first = await member.GetAsync(new Uri(address, UriKind.Relative));
        using var head = await member.SendAsync(new HttpRequestMessage(HttpMethod.Head, address));
        Assert.Equal((HttpStatusCode.OK, first.Headers.ETag), (head.StatusCode, head.Headers.ETag));
        var again = new HttpRequestMessage(HttpMethod.Get, address);
        again.Headers.IfNoneMatch.Add(new EntityTagHeaderValue(first.Headers.ETag!.Tag));
        using var answer = await member.SendAsync(again);
        Assert.Equal(HttpStatusCode.NotModified, answer.StatusCode);
    }

    [Fact]
    public async Task OpenApi_Document_DescribesEveryAddress()
    {
        using var member = await portal.SignedInAsync("member");
        var paths = (await Read(member, "/api/openapi.json")).GetProperty("paths").EnumerateObject().Select(p => p.Name).ToList();
        Assert.Equal(4, paths.Count);
        Assert.All(paths, p => Assert.StartsWith("/api/quarters", p, StringComparison.Ordinal));
    }

    [Fact]
    public async Task OpenApi_Document_DescribesEveryMemberOfAnEdition_AndTheEditionIsAsDescribed()
    {
        using var member = await portal.SignedInAsync("member");
        var document = await Read(member, "/api/openapi.json");
        var get = document.GetProperty("paths").GetProperty("/api/quarters/{year}/{quarter}").GetProperty("get");
        var edition = await Read(member, "/api/quarters/2019-20/q1");

        Assert.Superset(new HashSet<string>(["200", "304", "401", "404"]), get.GetProperty("responses").EnumerateObject().Select(r => r.Name).ToHashSet());
        Assert.Equal("apiKey", document.GetProperty("components").GetProperty("securitySchemes").GetProperty("session").GetProperty("type").GetString());
        Assert.NotEqual(0, document.GetProperty("security").GetArrayLength());
        AsDescribed(document, get.GetProperty("responses").GetProperty("200").GetProperty("content").GetProperty("application/json").GetProperty("schema"), edition, "edition");
    }

    // Whatever the answer holds is a member of its schema, and of one of the types that the schema names.
    private static void AsDescribed(JsonElement document, JsonElement schema, JsonElement value, string place)
    {
        if (schema.TryGetProperty("oneOf", out var choices) || schema.TryGetProperty("anyOf", out choices))
        {
            schema = choices.EnumerateArray().First(c => !c.TryGetProperty("type", out var t) || t.ValueKind != JsonValueKind.String || t.GetString() != "null");
        }

        if (schema.TryGetProperty("$ref", out var reference))
        {
            schema = document.GetProperty("components").GetProperty("schemas").GetProperty(reference.GetString()!.Split('/')[^1]);
        }

        Assert.True(schema.TryGetProperty("type", out var type), $"{place} has no type");
        var types = type.ValueKind == JsonValueKind.Array ? [.. type.EnumerateArray().Select(t => t.GetString()!)] : new[] { type.GetString()! };
        var isOne = value.ValueKind switch
        {
            JsonValueKind.Object => types.Contains("object"),
            JsonValueKind.Array => types.Contains("array"),
            JsonValueKind.Number => types.Contains("number") || types.Contains("integer"),
            JsonValueKind.String => types.Contains("string") && !types.Contains("number"),
            JsonValueKind.True or JsonValueKind.False => types.Contains("boolean"),
            _ => false,
        };
        Assert.True(isOne, $"{place} is {value.ValueKind}, described as {string.Join(", ", types)}");
        foreach (var member in value.ValueKind == JsonValueKind.Object ? value.EnumerateObject().ToList() : [])
        {
            Assert.True(schema.GetProperty("properties").TryGetProperty(member.Name, out var described), $"{place}.{member.Name} is not described");
            AsDescribed(document, described, member.Value, $"{place}.{member.Name}");
        }

        foreach (var item in value.ValueKind == JsonValueKind.Array ? value.EnumerateArray().Take(3).ToList() : [])
        {
            AsDescribed(document, schema.GetProperty("items"), item, place + "[]");
        }
    }

    private static async Task<JsonElement> ReadAsync(HttpResponseMessage answer)
    {
        using var document = JsonDocument.Parse(await answer.Content.ReadAsStringAsync());
        return document.RootElement.Clone();
    }

    private static async Task<JsonElement> Read(HttpClient client, string address)
    {
        using var document = JsonDocument.Parse(await client.GetStringAsync(new Uri(address, UriKind.Relative)));
        return document.RootElement.Clone();
    }
}
