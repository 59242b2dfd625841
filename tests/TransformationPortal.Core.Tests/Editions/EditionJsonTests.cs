using TransformationPortal.Core.Periods;
using TransformationPortal.Core.Programmes;
using TransformationPortal.Core.Composing;
using System.Text;
using TransformationPortal.Core.Editions;
using TransformationPortal.Core.Tests.Building;

namespace TransformationPortal.Core.Tests.Editions;

public sealed class EditionJsonTests
{
    private static readonly string Small = Encoding.UTF8.GetString(EditionJson.Write(ProgrammeStates.Small().Compose()));

    [Fact]
    public void Edition_WithWhatACouncilMayLeaveOut_IsReadAsItWasWritten()
    {
        var state = new ProgrammeBuilder().With(s => s with
        {
            Programme = s.Programme with { FinanceSignsAbove = new(250_000), Licence = DataLicence.OpenGovernment3, SavingsAlsoBy = [SavingsGrouping.Directorate] },
            Words = [new("Provision Cycle", "How services are bought", null, "Head of Procurement"), new("Old Board", null, "New Board", null)],
            AnnexEdits = [new(Quarter.Parse("2019/20 Q1"), "costs", ["It is £3m^[Accounts, page 4]."])],
        }).State();
        var written = EditionJson.Write(EditionComposer.Compose(state, Quarter.Parse("2019/20 Q1"), 1, null, [new("a", "It is apart.", "It is known.", "PMO", new DateTime(2019, 7, 12, 9, 30, 0, DateTimeKind.Utc), "Finance")]));

        var read = EditionJson.Read(written);

        Assert.Equal(System.Text.Encoding.UTF8.GetString(written), System.Text.Encoding.UTF8.GetString(EditionJson.Write(read)));
        Assert.Equal((new Money(250_000), DataLicence.OpenGovernment3), (read.Programme.FinanceSignsAbove!.Value, read.Programme.Licence!.Value));
        Assert.Equal([SavingsGrouping.Directorate], read.Programme.SavingsAlsoBy);
        Assert.Equal(["Old Board", "Provision Cycle"], read.Words!.Select(w => w.Word));
        Assert.Equal("Signed by PMO, and for finance by Finance,", read.ReconciliationNotes!.Single().Signed);
        Assert.Equal("It is £3m (source: Accounts, page 4).", read.FinancialAnnex!.Single(s => s.Section == "costs").AsItStands.Single().Plain);
    }

    [Fact]
    public void Write_AnEdition_BeginsWithItsVersionAndHasNoWhiteSpaceAndNoEmptyMember()
    {
        Assert.StartsWith("""{"schemaVersion":4,"quarter":"2019/20 Q1","number":1,"asAt":"2019-06-30","programme":{""", Small, StringComparison.Ordinal);
        Assert.DoesNotContain("null", Small, StringComparison.Ordinal);
        Assert.DoesNotContain("\n", Small, StringComparison.Ordinal);
        Assert.DoesNotContain("\": ", Small, StringComparison.Ordinal);
    }

    [Fact]
    public void Write_AmountsOfALine_SaysOnlyWhatIsRecorded()
    {
        Assert.Contains("""{"kind":"OriginalTarget","year":"2019/20","amount":0,"origin":"Savings targets"}""", Small, StringComparison.Ordinal);
        Assert.Contains(
            """{"kind":"Position","year":"2019/20","confidence":"Delivered","amount":300000,"asAt":"2019-06","origin":"Position for June 2019"}""",
            Small, StringComparison.Ordinal);
        Assert.Contains(
            """{"kind":"Position","confidence":"Low","amount":255000,"origin":"Early help re-profile","decision":"D-01","pending":true}""",
            Small, StringComparison.Ordinal);
    }

    [Fact]
    public void Write_WhatIsComputedFromTheRest_IsLeftOut() => Assert.DoesNotContain("slipDays", Small, StringComparison.OrdinalIgnoreCase);

    [Fact]
    public void Write_TextsOfReaders_StayReadable()
    {
        var edition = new ProgrammeBuilder().Project("TP-01", "Children’s “front door” – £5 & more <now> “naïve”").Edition();

        Assert.Contains("Children’s “front door” – £5 & more <now> “naïve”", Encoding.UTF8.GetString(EditionJson.Write(edition)), StringComparison.Ordinal);
    }

    [Fact]
    public void Write_AmountsThatAreEqual_IsOneText()
    {
        Assert.Equal(Bytes(1.2m), Bytes(1.200m));
        Assert.Equal(Bytes(1_000m), Bytes(1_000.00m));
        Assert.Equal(Bytes(0m), Bytes(-0.0m));

        static byte[] Bytes(decimal pounds) => EditionJson.Write(new ProgrammeBuilder().Project("TP-01").Line("S-01").Target("2019/20", pounds)
            .CostArea("1", "A").CostLine("1.1", "B").Budget("2019/20", pounds).Edition());
    }

    [Fact]
    public void Write_InAnyCulture_IsTheSame() =>
        InEveryCulture.Run(() => Assert.Equal(Small, Encoding.UTF8.GetString(EditionJson.Write(ProgrammeStates.Small().Compose()))));

    [Fact]
    public void Read_WhatWasWritten_WritesTheSameAgain() =>
        InEveryCulture.Run(() => Assert.Equal(Small, Encoding.UTF8.GetString(EditionJson.Write(EditionJson.Read(Encoding.UTF8.GetBytes(Small))))));

    [Fact]
    public void Read_AnAmountWithManyTexts_KeepsEachItsOwn()
    {
        string[] labels = [.. Enumerable.Range(0, 1_100).Select(i => new string('x', i % 200) + "é" + (char)('a' + (i % 26)))];
        var builder = new ProgrammeBuilder().Project("TP-01").Line("S-01").Decision("D-01");
        foreach (var label in labels)
        {
            builder.Reprofile("S-01", 1, "2019/20", label: label);
        }

        var read = EditionJson.Read(EditionJson.Write(builder.Edition()));

        Assert.Equal(labels.Order(StringComparer.Ordinal).SelectMany(l => Enumerable.Repeat(l, 6)), read.SavingsLines[0].Amounts.Select(a => a.Origin).Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("\"schemaVersion\":4", "\"schemaVersion\":5", "The stored edition has schema version 5; this program reads versions up to 4. Use the newer program that wrote it.")]
    [InlineData("\"schemaVersion\":4", "\"schemaVersion\":0", "The stored edition has schema version 0, which no program wrote.")]
    [InlineData("\"schemaVersion\":4", "\"schemaVersion\":\"1\"", "The stored edition’s schema version is not a whole number.")]
    [InlineData("\"schemaVersion\":4", "\"schemaVersion\":4.5", "The stored edition’s schema version is not a whole number.")]
    [InlineData("\"schemaVersion\":4,", "", "The stored edition does not say which schema version it has.")]
    public void Read_ANewerOrNoVersion_IsRefusedAndSaysWhy(string was, string becomes, string problem) => Assert.Equal(problem, Refusal(was, becomes));

    [Theory]
    [InlineData("\"plan\":[", "\"planned\":[")]
    [InlineData("\"plan\":[", "\"extra\":1,\"plan\":[")]
    [InlineData("\"plan\":[{", "\"plan\":[{\"extra\":1,")]
    [InlineData("\"amounts\":[{", "\"amounts\":[{\"extra\":1,")]
    public void Read_AnUnknownMember_IsRefused(string was, string becomes) => Refusal(was, becomes);

    [Theory]
    [InlineData("\"number\":1,", "")]
    [InlineData("\"phase\":\"Complete\",", "")]
    [InlineData("\"firstYear\":\"2018/19\",", "")]
    [InlineData("\"label\":\"Delivered\"", "\"alias\":\"blue\"")]
    [InlineData("\"amount\":400000,\"origin\"", "\"origin\"")]
    [InlineData("{\"kind\":\"OriginalTarget\",", "{")]
    [InlineData("\"origin\":\"Savings targets\"", "\"asAt\":\"2019-06\"")]
    [InlineData("\"amount\":2000000,\"status\"", "\"status\"")]
    [InlineData("\"baseline\":\"2019-06-14\",", "")]
    [InlineData("\"rating\":\"Amber\",", "")]
    [InlineData(",\"reason\":\"It is late\"", "")]
    public void Read_WithoutAMemberThatIsNeverEmpty_IsRefused(string was, string becomes) => Refusal(was, becomes);

    [Theory]
    [InlineData("\"quarter\":\"2019/20 Q1\"", "\"quarter\":\"2019/20 Q5\"")]
    [InlineData("\"year\":\"2019/20\"", "\"year\":\"2019/21\"")]
    [InlineData("\"year\":\"2019/20\"", "\"year\":2019")]
    [InlineData("\"year\":\"2019/20\"", "\"year\":\"an unusually long financial year\"")]
    [InlineData("\"asAt\":\"2019-06\"", "\"asAt\":\"June 2019\"")]
    [InlineData("\"kind\":\"Position\"", "\"kind\":2")]
    [InlineData("\"kind\":\"Position\"", "\"kind\":\"Place\"")]
    [InlineData("\"confidence\":\"High\"", "\"confidence\":\"Certain\"")]
    [InlineData("\"pending\":true", "\"pending\":\"true\"")]
    [InlineData("\"phase\":\"Complete\"", "\"phase\":3")]
    [InlineData("\"phase\":\"Complete\"", "\"phase\":\"Nearly\"")]
    [InlineData("\"amount\":400000", "\"amount\":\"400000\"")]
    [InlineData("\"amount\":400000", "\"amount\":4e99")]
    [InlineData("\"plan\":[", "\"plan\":null,\"x\":[")]
    [InlineData("\"name\":\"Test Programme\"", "\"name\":null")]
    [InlineData("\"origin\":\"Savings targets\"", "\"origin\":null")]
    [InlineData("\"amounts\":[", "\"amounts\":[null,")]
    [InlineData("\"amounts\":[", "\"amounts\":[[],")]
    [InlineData("\"reason\":\"It is late\"", "\"reason\":\" \"")]
    public void Read_AValueOfTheWrongSort_IsRefused(string was, string becomes) => Refusal(was, becomes);

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("7")]
    [InlineData("{}")]
    [InlineData("{\"schemaVersion\":3}")]
    [InlineData("{\"schemaVersion\":3")]
    [InlineData("not JSON")]
    public void Read_WhatIsNoEdition_IsRefused(string text) =>
        Assert.Throws<EditionUnreadableException>(() => EditionJson.Read(Encoding.UTF8.GetBytes(text)));

    [Fact]
    public void Read_AnEditionCutShortAnywhere_IsRefused()
    {
        var bytes = Encoding.UTF8.GetBytes(Small);
        foreach (var length in Enumerable.Range(0, 100).Select(i => i * (bytes.Length - 1) / 99))
        {
            Assert.Throws<EditionUnreadableException>(() => EditionJson.Read(bytes.AsSpan(0, length)));
        }
    }

    [Fact]
    public void Read_AnEditionAndMore_IsRefused() =>
        Assert.Throws<EditionUnreadableException>(() => EditionJson.Read(Encoding.UTF8.GetBytes(Small + "{}")));

    [Fact]
    public void Seal_OfBytes_IsTheirSha256InLowerCase() =>
        Assert.Equal("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad", EditionJson.Seal("abc"u8));

    private static string Refusal(string was, string becomes)
    {
        var at = Small.IndexOf(was, StringComparison.Ordinal);
        Assert.True(at >= 0, $"The edition holds no {was}.");
        var changed = string.Concat(Small.AsSpan(0, at), becomes, Small.AsSpan(at + was.Length));
        return Assert.Throws<EditionUnreadableException>(() => EditionJson.Read(Encoding.UTF8.GetBytes(changed))).Message;
    }
}
