using TransformationPortal.Data.Entities;
using TransformationPortal.Registers.Definitions;

namespace TransformationPortal.Registers.Mapping;

/// <summary>What is told about quarters, and the documents, meetings and plan beside it.</summary>
internal static class StoryRowMapping
{
    public static IEnumerable<object> From(ProgrammeData data, ProjectRowMapping projects)
    {
        var documents = data[DocumentsRegister.Definition].ToDictionary(
            row => row.Get(DocumentsRegister.Key),
            row => new DocumentEntity
            {
                Key = row.Get(DocumentsRegister.Key),
                Title = row.Get(DocumentsRegister.Title),
                Kind = row.Get(DocumentsRegister.Kind),
                Note = row.Find(DocumentsRegister.Note),
            },
            StringComparer.Ordinal);
        return documents.Values.Concat<object>(Meetings(data)).Concat(Plan(data)).Concat(Words(data)).Concat(Texts(data)).Concat(Measures(data, documents)).Concat(Spotlights(data, projects));
    }

    private static IEnumerable<MeetingEntity> Meetings(ProgrammeData data) => data[MeetingsRegister.Definition].Select(row => new MeetingEntity
    {
        Body = row.Get(MeetingsRegister.Body),
        Date = row.Find(MeetingsRegister.Date),
        Time = row.Find(MeetingsRegister.Time),
        Item = row.Find(MeetingsRegister.Item),
        Note = row.Find(MeetingsRegister.Note),
    });

    private static IEnumerable<CouncilWordEntity> Words(ProgrammeData data) => data[WordsRegister.Definition].Select(row => new CouncilWordEntity
    {
        Word = row.Get(WordsRegister.Word),
        Meaning = row.Find(WordsRegister.Meaning),
        NowCalled = row.Find(WordsRegister.NowCalled),
        KeptBy = row.Find(WordsRegister.KeptBy),
    });

    private static IEnumerable<PlanStageEntity> Plan(ProgrammeData data) => data[PlanRegister.Definition].Select(row => new PlanStageEntity
    {
        Name = row.Get(PlanRegister.Name),
        Stage = row.Get(PlanRegister.Stage),
        Start = row.Get(PlanRegister.Start),
        End = row.Get(PlanRegister.End),
        Basis = row.Find(PlanRegister.Basis),
    });

    private static IEnumerable<QuarterTextEntity> Texts(ProgrammeData data) => data[QuarterTextsRegister.Definition].Select(row => new QuarterTextEntity
    {
        Quarter = row.Get(QuarterTextsRegister.Quarter),
        Kind = row.Get(QuarterTextsRegister.Kind),
        Order = row.Get(QuarterTextsRegister.Order),
        Text = row.Get(QuarterTextsRegister.Text),
        Link = row.Find(QuarterTextsRegister.Link),
    });

    private static IEnumerable<MeasureEntity> Measures(ProgrammeData data, Dictionary<string, DocumentEntity> documents) =>
        data[MeasuresRegister.Definition].Select((row, index) => new MeasureEntity
        {
            Quarter = row.Get(MeasuresRegister.Quarter),
            Label = row.Get(MeasuresRegister.Label),
            Value = row.Get(MeasuresRegister.Value),
            Caption = row.Find(MeasuresRegister.Caption),
            Source = row.Get(MeasuresRegister.Source),
            LinkText = row.Find(MeasuresRegister.LinkText),
            Document = row.Find(MeasuresRegister.Document) is { } key ? documents[key] : null,
            DisplayOrder = index + 1,
        });

    private static IEnumerable<SpotlightEntity> Spotlights(ProgrammeData data, ProjectRowMapping projects) =>
        data[SpotlightsRegister.Definition].Select(row => new SpotlightEntity
        {
            Quarter = row.Get(SpotlightsRegister.Quarter),
            Project = projects.ByCode[row.Get(SpotlightsRegister.Project)],
            AccountableOfficer = row.Get(SpotlightsRegister.Officer),
            PeopleInvolved = row.Get(SpotlightsRegister.PeopleInvolved),
            ExpectedLow = row.Find(SpotlightsRegister.ExpectedLow),
            ExpectedHigh = row.Find(SpotlightsRegister.ExpectedHigh),
            Aim = row.Get(SpotlightsRegister.Aim),
            DoneSoFar = row.Get(SpotlightsRegister.DoneSoFar),
            Next = row.Get(SpotlightsRegister.Next),
        });
}
