using TransformationPortal.Core;
using TransformationPortal.Core.Periods;
using TransformationPortal.Core.Ratings;
using TransformationPortal.Core.Reading;
using TransformationPortal.Core.Reports;
using TransformationPortal.Core.Savings;

namespace TransformationPortal.Web.Areas.Reports.Models;

/// <summary>A section with its form.</summary>
/// <param name="Form">What stands in the fields.</param>
/// <param name="Problems">What is said on top and at the fields.</param>
/// <param name="Revision">The revision that the form was made from.</param>
/// <param name="Saved">How the page came about: <c>checked</c> after a save, <c>refused</c> when nothing was saved.</param>
public sealed record SectionPage(OpenedReport Opened, Actor Actor, SectionForm Form, IReadOnlyList<ReportProblem> Problems, int Revision, string? Saved)
{
    private SectionForm? before;

    public HighlightReport Report => Opened.Report;

    public ReportSection Section => Form.Section;

    public ReportContext Context => Opened.Context;

    /// <summary>What the section said in the last approved report; nothing where there is none, or where it starts empty each month.</summary>
    public SectionForm? Before => Opened.LastApproved is { } last && Section != ReportSection.Spend ? before ??= SectionForm.Of(Section, last) : null;

    /// <summary>The month of the last approved report.</summary>
    public string? BeforeName => Context.Previous is [var last, ..] ? last.Month.Name : null;

    /// <summary>Why nobody, or not this person, may change the section now; nothing when they may.</summary>
    public ReportRefusal? Refusal => ReportPolicy.Refusal(ReportAction.Save, Report, Actor) ?? Opened.NotDue;

    /// <summary>What the PMO asks to be changed in the section.</summary>
    public IEnumerable<ReportRemark> Remarks => Report.OpenRemarks.Where(r => r.Section == Section);

    /// <summary>The rows of a list, with empty ones to fill in.</summary>
    public IReadOnlyList<string> Rows(SectionForm form, string list) => form.Keys(list);

    public IReadOnlyList<string> Errors(string field) => [.. Problems.Where(p => p.Field == field).Select(p => p.Sentence)];

    /// <summary>Whether a row has been added since the last approved report.</summary>
    public bool IsAdded(string list, string key) => Before is { } was && !was.Keys(list).Contains(key, StringComparer.Ordinal);

    /// <summary>A field of the form.</summary>
    public ReportField Field(string name, string label, FieldKind kind = FieldKind.Line) => new(name, label, kind, Form[name])
    {
        Errors = Errors(name),
        Before = IsCompared(name) ? Before![name] : null,
        BeforeName = BeforeName,
        Remarks = [.. Report.OpenRemarks.Where(r => r.Field == name).Select(r => r.What)],
        IsReadOnly = Refusal is not null,
    };

    /// <summary>A field of the form that is declared with its entry.</summary>
    /// <param name="name">As <see cref="ReportFields"/> names it.</param>
    public ReportField Field<TEntry>(EntryField<TEntry> field, string name)
    {
        var text = field as EntryText<TEntry>;
        var kind = field switch
        {
            EntryDay<TEntry> => FieldKind.Day,
            EntryNumber<TEntry> => FieldKind.Number,
            { Options.Count: > 3 } => FieldKind.List,
            { Options.Count: > 0 } => FieldKind.Choice,
            _ => text is { Lines: > 1 } ? FieldKind.Area : FieldKind.Line,
        };
        return Field(name, field.Question, kind) with { Options = field.Options, Lines = text?.Lines ?? 1 };
    }

    // In a row that is new as a whole, its fields are not marked one by one.
    private bool IsCompared(string name) => Before is { } was
        && (!name.Contains("].", StringComparison.Ordinal) || Section == ReportSection.Ratings && name.StartsWith("Ratings", StringComparison.Ordinal)
            || was.Texts.Keys.Any(k => k.StartsWith(name[..(name.IndexOf(']', StringComparison.Ordinal) + 1)], StringComparison.Ordinal)));
}

public enum FieldKind
{
    Line,
    Area,
    Day,
    Number,
    Choice,
    List,
}

/// <summary>One field of a report's form, in the GOV.UK pattern, with what it said last month.</summary>
/// <param name="Name">As <see cref="ReportFields"/> names it: posted under it, and the element's id.</param>
public sealed record ReportField(string Name, string Label, FieldKind Kind, string Text)
{
    public string? Hint { get; init; }

    public IReadOnlyList<string> Errors { get; init; } = [];

    /// <summary>What the last approved report says here; nothing where the two are not compared.</summary>
    public string? Before { get; init; }

    public string? BeforeName { get; init; }

    /// <summary>What the PMO asks to be changed here.</summary>
    public IReadOnlyList<string> Remarks { get; init; } = [];

    public IReadOnlyList<FieldOption> Options { get; init; } = [];

    public bool IsReadOnly { get; init; }

    /// <summary>Lines of a text area.</summary>
    public int Lines { get; init; } = 3;

    public bool IsChanged => Before is { } was && !string.Equals(Plain(was), Plain(Text), StringComparison.Ordinal);

    /// <summary>What stood there, as a reader meets it.</summary>
    public string BeforeText => string.IsNullOrEmpty(Before) ? "nothing" : Options.FirstOrDefault(o => o.Value == Before)?.Text ?? Before;

    private static string Plain(string text) => text.Replace("\r\n", "\n", StringComparison.Ordinal).Trim();
}

/// <summary>The choices that fields of a report have.</summary>
public static class FieldOptions
{
    public static IReadOnlyList<FieldOption> Rags { get; } = [.. Enum.GetValues<Rag>().Select(r => new FieldOption(r.ToString(), r.ToString(), r.Meaning()))];
}

/// <summary>The savings of one line: its years and bands.</summary>
public sealed record SavingsGrid(SectionPage Page, string Line, string Title, ReportSavingsLine? Known, IReadOnlyList<FinancialYear> Years)
{
    /// <summary>The line's grids of a page, with those of lines and years that should not be there, so that they can be emptied.</summary>
    public static IReadOnlyList<SavingsGrid> Of(SectionPage page)
    {
        var stored = page.Report.Content;
        var refs = page.Context.Lines.Select(l => l.Ref).Union(stored.Savings.Select(c => c.Line), StringComparer.Ordinal).Union(stored.Variances.Select(v => v.Line), StringComparer.Ordinal);
        return
        [
            .. refs.Select(line =>
            {
                var known = page.Context.Lines.FirstOrDefault(l => l.Ref == line);
                var years = page.Context.Years.Union(stored.Savings.Where(c => c.Line == line).Select(c => c.Year)).Order();
                return new SavingsGrid(page, line, known?.Title ?? "not a savings line of this project", known, [.. years]);
            }),
        ];
    }

    public Money? Amount(FinancialYear year, Confidence band) =>
        AmountReader.Read(Text(year, band)).Value is { } pounds ? new Money(pounds) : null;

    public Money? Sum(FinancialYear year) => ConfidenceFacts.Bands.Select(b => Amount(year, b)).SumOrNothing();

    public Money? Sum(Confidence band) => Years.Select(y => Amount(y, band)).SumOrNothing();

    public Money? Target(FinancialYear year) => Known?.TargetFor(year);

    public Money Difference(FinancialYear year) => Sum(year).OrZero() - Target(year).OrZero();

    public Money? SumOfAll => Years.Select(Sum).SumOrNothing();

    public Money? TargetOfAll => Years.Select(Target).SumOrNothing();

    private string Text(FinancialYear year, Confidence band) => Page.Form[ReportFields.Savings(Line, year, band)];
}

/// <summary>Two people changed the same fields.</summary>
/// <param name="Since">What others did meanwhile.</param>
/// <param name="Revision">The revision that the choice is made against.</param>
public sealed record ConflictPage(OpenedReport Opened, ReportSection Section, SectionMerge Merge, IReadOnlyList<ReportEvent> Since, int Revision)
{
    /// <summary>Whether a choice was sent that left a field out.</summary>
    public bool IsIncomplete { get; init; }
}
