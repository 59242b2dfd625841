using TransformationPortal.Data.Entities;

namespace TransformationPortal.Registers.Definitions;

internal static class DocumentsRegister
{
    public static readonly Column<string> Key = Columns.Code("key", Lengths.Key);
    public static readonly Column<string> Title = Columns.Text("title", Lengths.Name);
    public static readonly Column<string> Kind = Columns.Text("kind", Lengths.Name);
    public static readonly Column<string> Note = Columns.Text("note", Lengths.Text).Optional();

    public static readonly RegisterDefinition Definition = new("documents", "Documents", [Key, Title, Kind, Note], [Key]);
}

internal static class MeetingsRegister
{
    public static readonly Column<string> Body = Columns.Text("body", Lengths.Name);
    public static readonly Column<DateOnly> Date = Columns.Date("date").Optional();
    public static readonly Column<TimeOnly> Time = Columns.Time("time").Optional();
    public static readonly Column<string> Item = Columns.Text("item", Lengths.Name).Optional();
    public static readonly Column<string> Note = Columns.Text("note", Lengths.Text).Optional();

    public static readonly RegisterDefinition Definition = new("meetings", "Meetings", [Body, Date, Time, Item, Note], [Body, Date, Time, Item]);
}

/// <summary>The council's own words, with the names that took the place of former ones.</summary>
internal static class WordsRegister
{
    public static readonly Column<string> Word = Columns.Text("word", Lengths.Name);
    public static readonly Column<string> Meaning = Columns.Text("meaning", Lengths.Text).Optional();
    public static readonly Column<string> NowCalled = Columns.Text("now_called", Lengths.Name).Optional();
    public static readonly Column<string> KeptBy = Columns.Text("kept_by", Lengths.Name).Optional();

    public static readonly RegisterDefinition Definition = new("words", "Words and former names", [Word, Meaning, NowCalled, KeptBy], [Word]) { IsLater = true };
}

internal static class PlanRegister
{
    public static readonly Column<string> Name = Columns.Text("name", Lengths.Name);
    public static readonly Column<string> Stage = Columns.Text("stage", Lengths.Name);
    public static readonly Column<DateOnly> Start = Columns.Date("start");
    public static readonly Column<DateOnly> End = Columns.Date("end");
    public static readonly Column<string> Basis = Columns.Text("basis", Lengths.Name).Optional();

    public static readonly RegisterDefinition Definition = new("plan", "Programme plan", [Name, Stage, Start, End, Basis], [Name, Stage])
    {
        InOrder = [OrderedColumns.Dates(Start, End)],
    };
}
