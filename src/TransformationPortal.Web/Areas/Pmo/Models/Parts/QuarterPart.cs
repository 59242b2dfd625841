using TransformationPortal.Core;
using TransformationPortal.Core.Narrative;
using TransformationPortal.Core.Periods;
using TransformationPortal.Core.Reading;
using TransformationPortal.Core.Reports;
using TransformationPortal.Data.Quarters;

namespace TransformationPortal.Web.Areas.Pmo.Models.Parts;

/// <summary>A part of a quarter's texts as a form: rows of fields, how they are read, and how they are saved.</summary>
public abstract class QuarterPart
{
    /// <summary>Its address below the quarter's workbench.</summary>
    public abstract string Address { get; }

    /// <summary>Its key in the store: what its version is kept under.</summary>
    public abstract string Key { get; }

    public abstract string Title { get; }

    /// <summary>What belongs here, in a sentence or two.</summary>
    public abstract string Intro { get; }

    /// <summary>What a row is called; the part has just one row where it has no name.</summary>
    public virtual string? RowName => null;

    /// <summary>What the button says that empties the part; none where it cannot be emptied by one.</summary>
    public virtual string? Clear => null;

    public abstract IReadOnlyList<PartField> Fields { get; }

    public abstract IReadOnlyList<PartRow> Load(QuarterTexts texts);

    /// <summary>What is wrong beyond single fields.</summary>
    public virtual IEnumerable<PartProblem> Check(IReadOnlyList<PartRow> rows) => [];

    public abstract Task<PartOutcome> SaveAsync(QuarterStore store, Quarter quarter, int revision, Person by, IReadOnlyList<PartRow> rows, CancellationToken cancellationToken);

    /// <summary>Everything that is wrong in the rows, in the order of the form.</summary>
    public IReadOnlyList<PartProblem> Problems(IReadOnlyList<PartRow> rows, FigureReader figures) =>
        [.. rows.SelectMany((row, i) => Fields.SelectMany(f => Problems(f, row[f.Name].Trim(), figures).Select(p => new PartProblem(FieldId(f.Name, i), p)))), .. Check(rows)];

    public static string FieldId(string field, int row) => $"{field}-{MoneyFormat.Count(row + 1)}";

    /// <summary>A number, which may be an amount in pounds.</summary>
    protected static Reading<decimal> Number(string text) => AmountReader.Read(text);

    private static IEnumerable<string> Problems(PartField field, string text, FigureReader figures)
    {
        if (text.Length == 0)
        {
            return field.IsRequired ? [$"{field.Label}: enter something, or leave the whole row empty."] : [];
        }

        return [.. TooLong(field, text), .. Wrong(field, text, figures)];
    }

    private static IEnumerable<string> TooLong(PartField field, string text) =>
        text.Length > field.Most ? [$"{field.Label}: {MoneyFormat.Count(text.Length)} characters; there may be at most {MoneyFormat.Count(field.Most)}."] : [];

    private static IEnumerable<string> Wrong(PartField field, string text, FigureReader figures) => field.Kind switch
    {
        PartFieldKind.Prose => ProseCheck.Problems(figures, text).Select(p => $"{field.Label}: {p.Message}"),
        PartFieldKind.Number when Number(text).Refusal is { } refusal => [$"{field.Label}: {refusal}"],
        PartFieldKind.Choice when field.Options.All(o => o.Value != text) => [$"{field.Label}: “{text}” is not one of the list."],
        _ => [],
    };
}
