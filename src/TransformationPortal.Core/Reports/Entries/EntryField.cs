using System.Globalization;
using TransformationPortal.Core.Periods;

namespace TransformationPortal.Core.Reports;

/// <summary>
/// A field of an entry of a report, said once: what it is called, what it asks, what an entry holds in it, how that is read
/// and written. Forms, problems, history and the canonical shape of a report are made of these.
/// </summary>
/// <typeparam name="TEntry">The entry: a risk, a milestone.</typeparam>
/// <param name="name">The entry's property, which is its name in a form: <c>FurtherAction</c>.</param>
/// <param name="label">Within a sentence of the history: <c>further action</c>.</param>
public abstract class EntryField<TEntry>(string name, string label)
{
    public string Name { get; } = name;

    public string Label { get; } = label;

    /// <summary>What a form asks; the label where nothing else is given.</summary>
    public string Question { get => field ?? ReportWords.Capital(Label); init; }

    /// <summary>Whether it is asked only of an entry that is already in the report, as the day on which a risk is closed.</summary>
    public bool IsAskedLater { get; init; }

    /// <summary>Whether it is no entry where only this is filled in, as a choice that is made beforehand.</summary>
    public bool SaysNothingAlone { get; init; }

    /// <summary>The choices there are; none where anything may be entered.</summary>
    public virtual IReadOnlyList<FieldOption> Options => [];

    /// <summary>What stands in it, as readers of the report meet it; nothing where nothing does.</summary>
    public abstract string? Told(TEntry entry, ReportContent content);

    /// <summary>What stands in it, as a form shows it and reads it again.</summary>
    public abstract string? Typed(TEntry entry);

    /// <summary>The entry with what was typed; nothing where there is no entry without it.</summary>
    /// <param name="field">As <see cref="ReportFields"/> names it, for problems.</param>
    public abstract TEntry? Read(TEntry entry, ReportInput input, string field, string text);

    internal virtual TEntry Cleaned(TEntry entry, Func<string?, string?> clean) => entry;

    internal bool IsEmpty(TEntry entry) => SaysNothingAlone || Typed(entry) is null or "";
}

/// <summary>One of the choices of a field.</summary>
/// <param name="Value">As it is posted.</param>
public sealed record FieldOption(string Value, string Text, string? Hint = null);

/// <summary>A text.</summary>
public sealed class EntryText<TEntry>(string name, string label, Func<TEntry, string?> get, Func<TEntry, string?, TEntry> with)
    : EntryField<TEntry>(name, label)
{
    /// <summary>Lines that a form gives it; one where it is no paragraph.</summary>
    public int Lines { get; init; } = 1;

    /// <summary>What it says in words, where it is a name of something in the report.</summary>
    public Func<string?, ReportContent, string?>? Words { get; init; }

    public override string? Told(TEntry entry, ReportContent content) => Words is { } words ? words(get(entry), content) : get(entry);

    public override string? Typed(TEntry entry) => get(entry);

    public override TEntry Read(TEntry entry, ReportInput input, string field, string text) => with(entry, text);

    internal override TEntry Cleaned(TEntry entry, Func<string?, string?> clean) => with(entry, clean(get(entry)));
}

/// <summary>A day.</summary>
public sealed class EntryDay<TEntry>(string name, string label, Func<TEntry, DateOnly?> get, Func<TEntry, DateOnly?, TEntry> with)
    : EntryField<TEntry>(name, label)
{
    public override string? Told(TEntry entry, ReportContent content) => get(entry) is { } day ? DateFormat.Long(day) : null;

    public override string? Typed(TEntry entry) => get(entry)?.ToString("d/M/yyyy", CultureInfo.InvariantCulture);

    public override TEntry Read(TEntry entry, ReportInput input, string field, string text) => with(entry, input.Day(field, text));
}

/// <summary>A number.</summary>
public sealed class EntryNumber<TEntry>(string name, string label, Func<TEntry, decimal?> get, Func<TEntry, decimal?, TEntry> with)
    : EntryField<TEntry>(name, label)
{
    public override string? Told(TEntry entry, ReportContent content) => Typed(entry);

    public override string? Typed(TEntry entry) => get(entry)?.ToString("0.############", CultureInfo.InvariantCulture);

    public override TEntry Read(TEntry entry, ReportInput input, string field, string text) => with(entry, input.Number(field, text));
}

/// <summary>One of a few values.</summary>
/// <param name="with">The entry with a choice, or without; nothing where there is no entry without it.</param>
/// <param name="words">A value as readers meet it.</param>
public sealed class EntryChoice<TEntry, TValue>(
    string name, string label, Func<TEntry, TValue?> get, Func<TEntry, TValue?, TEntry?> with, Func<TValue, string>? words = null)
    : EntryField<TEntry>(name, label)
    where TValue : struct, Enum
{
    private readonly Func<TValue, string> words = words ?? (value => value.ToString());

    /// <summary>The choices of the form, in its order; every value in the order it is declared where nothing else is given.</summary>
    public override IReadOnlyList<FieldOption> Options => Choices ?? [.. Enum.GetValues<TValue>().Select(Option)];

    /// <inheritdoc cref="Options"/>
    public IReadOnlyList<FieldOption>? Choices { get; init; }

    public override string? Told(TEntry entry, ReportContent content) => get(entry) is { } value ? words(value) : null;

    public override string? Typed(TEntry entry) => get(entry)?.ToString();

    public override TEntry? Read(TEntry entry, ReportInput input, string field, string text) => with(entry, input.Choice<TValue>(field, text));

    private FieldOption Option(TValue value) => new(value.ToString(), words(value));
}
