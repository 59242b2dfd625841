using System.Text;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Microsoft.Extensions.DependencyInjection;
using TransformationPortal.Core.Periods;
using TransformationPortal.Core.Reports;
using TransformationPortal.Data.Reports;
using TransformationPortal.Web.Tests.Support;

namespace TransformationPortal.Web.Tests.Reports;

/// <summary>Fills in the forms of reports as a browser without scripts does, and looks at what the store then holds.</summary>
internal static class ReportForms
{
    public static readonly ReportingMonth July = new(2019, 7);

    /// <summary>Everything that a form would post as it stands, with other values where something is typed.</summary>
    public static List<KeyValuePair<string, string>> Filled(this IHtmlFormElement form, params (string Name, string Value)[] typed)
    {
        var fields = new List<KeyValuePair<string, string>>();
        foreach (var element in form.QuerySelectorAll("input[name], textarea[name], select[name]"))
        {
            var (name, value) = element switch
            {
                IHtmlInputElement { Type: "submit" or "button" } => (null, null),
                IHtmlInputElement { Type: "radio" or "checkbox", IsChecked: false } => (null, null),
                IHtmlInputElement input => (input.Name, input.Value),
                IHtmlTextAreaElement area => (area.Name, area.Value),
                IHtmlSelectElement select => (select.Name, select.Value),
                _ => (null, (string?)null),
            };
            if (name is not null && !typed.Any(t => t.Name == name))
            {
                fields.Add(new(name, value ?? ""));
            }
        }

        fields.AddRange(typed.Select(t => KeyValuePair.Create(t.Name, t.Value)));
        return fields;
    }

    /// <summary>Fills in a form of a page and sends it.</summary>
    public static Task<HttpResponseMessage> SendAsync(this HttpClient client, IHtmlFormElement form, params (string Name, string Value)[] typed) =>
        client.PostAsync(new Uri(form.GetAttribute("action")!, UriKind.Relative), new FormUrlEncodedContent(form.Filled(typed)));

    /// <summary>Opens a section, types into it and saves it.</summary>
    public static async Task<HttpResponseMessage> SaveAsync(this HttpClient client, string address, params (string Name, string Value)[] typed)
    {
        var form = (await client.PageAsync(address)).Form("#report-form");
        return await client.SendAsync(form, [.. typed, ("then", "later")]);
    }

    /// <summary>Sends a form that must lead on to another page.</summary>
    /// <returns>Where it leads.</returns>
    public static async Task<string> LeadsToAsync(this Task<HttpResponseMessage> sending)
    {
        using var answer = await sending;
        Assert.True((int)answer.StatusCode == 302, $"Answered {(int)answer.StatusCode}: {(await answer.ReadPageAsync()).QuerySelector("main")?.Words()}");
        return answer.Headers.Location!.OriginalString;
    }

    /// <summary>A report as the store has it.</summary>
    public static async Task<OpenedReport> StoredAsync(this PortalFactory portal, string project, ReportingMonth? month = null)
    {
        await using var scope = portal.Services.CreateAsyncScope();
        return (await scope.ServiceProvider.GetRequiredService<ReportReader>().OpenAsync(project, month ?? July, default))!;
    }

    /// <summary>Every report of July in one text: what may not change when something is refused.</summary>
    public static async Task<string> StoredReportsAsync(this PortalFactory portal)
    {
        await using var scope = portal.Services.CreateAsyncScope();
        var reader = scope.ServiceProvider.GetRequiredService<ReportReader>();
        var text = new StringBuilder();
        foreach (var row in (await reader.PmoDeskAsync(July, default)).Rows)
        {
            var report = (await reader.OpenAsync(row.Project.Code, July, default))!.Report;
            text.AppendLine(FormattableString.Invariant($"{report.Project} {report.State} {report.Revision} {report.Versions} {report.Finance?.IsConfirmed} {ReportJson.Write(report.Content)}"));
        }

        return text.ToString();
    }

    public static async Task AssignAsync(this PortalFactory portal, string userName, params string[] projects)
    {
        await using var scope = portal.Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<ProjectAssignmentStore>().AssignAsync(userName, projects, default);
    }

    /// <summary>The sentences on top of a page, and that each leads to an element that is there.</summary>
    public static IReadOnlyList<string> Problems(this IHtmlDocument page)
    {
        var links = page.QuerySelectorAll(".govuk-error-summary a").ToList();
        foreach (var target in links.Select(l => l.GetAttribute("href")!).Where(h => h.StartsWith('#')))
        {
            Assert.True(page.GetElementById(target[1..]) is not null, $"Nothing on the page is called {target[1..]}");
        }

        return links.ConvertAll(l => l.Words());
    }

    /// <summary>What an element named by its id holds.</summary>
    public static string Value(this IHtmlDocument page, string id) => page.GetElementById(id) switch
    {
        IHtmlTextAreaElement area => area.Value,
        IHtmlInputElement input => input.Value,
        IHtmlSelectElement select => select.Value ?? "",
        var other => throw new ArgumentException($"{id} is {other?.LocalName ?? "not there"}.", nameof(id)),
    };
}
