using System.Globalization;
using System.Text;

namespace TransformationPortal.Registers;

/// <summary>What is wrong in one place of what was to be imported.</summary>
/// <param name="Register">The file or sheet: <c>projects.csv</c>.</param>
/// <param name="Row">As a spreadsheet counts, the header being row 1; none where the file as a whole is meant.</param>
/// <param name="Column">The column's name; none where the row as a whole is meant.</param>
/// <param name="Found">What stands there; none where nothing does.</param>
/// <param name="Expected">What should stand there: <c>one of Planning, In flight, Complete, Stopped</c>.</param>
/// <param name="Nearest">The allowed value that is most like the one found, where one is close.</param>
public sealed record ImportProblem(string Register, int? Row, string? Column, string? Found, string Expected, string? Nearest = null)
{
    private const int Shown = 80;

    /// <summary>Whether <see cref="Expected"/> says by itself, in whole sentences, why nothing else can stand there.</summary>
    public bool IsSentence { get; init; }

    /// <summary>The register of which it names a row that is not there; nothing where it is about anything else.</summary>
    public string? Missing { get; init; }

    /// <summary>Whether it is about a heading, and not about a cell under one.</summary>
    public bool IsHeading { get; init; }

    /// <summary>The problem as a sentence that says where to look and what to do.</summary>
    public string Sentence
    {
        get
        {
            var text = new StringBuilder(Register);
            if (Row is { } row)
            {
                text.Append(CultureInfo.InvariantCulture, $", row {row}");
            }

            if (Column is not null && !(IsHeading && Row is not null))
            {
                text.Append(CultureInfo.InvariantCulture, $", column {Column}");
            }

            if (IsSentence)
            {
                return text.Append(": ").Append(Expected).ToString();
            }

            text.Append(": found ").Append(Found is null ? "nothing" : $"“{Short(Found)}”").Append("; expected ").Append(Expected).Append('.');
            if (Nearest is not null)
            {
                text.Append(" Did you mean “").Append(Nearest).Append("”?");
            }

            return text.ToString();
        }
    }

    public override string ToString() => Sentence;

    private static string Short(string text) => text.Length <= Shown ? text : text[..Shown] + "…";
}

/// <summary>An import that was refused as a whole; the database is as it was.</summary>
public sealed class ImportRefusedException : Exception
{
    public ImportRefusedException(string message)
        : base(message)
    {
    }

    public ImportRefusedException(IReadOnlyList<ImportProblem> problems)
        : base(Summary(problems)) => Problems = problems;

    /// <summary>Every problem found; empty where the import as such was out of place.</summary>
    public IReadOnlyList<ImportProblem> Problems { get; } = [];

    private static string Summary(IReadOnlyList<ImportProblem> problems) =>
        string.Join(Environment.NewLine, problems.Select(p => p.Sentence).Prepend(problems.Count == 1
            ? "Nothing was imported, because of one problem:"
            : string.Create(CultureInfo.InvariantCulture, $"Nothing was imported, because of {problems.Count} problems:")));
}
