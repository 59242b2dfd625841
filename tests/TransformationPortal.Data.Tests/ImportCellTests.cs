using System.Globalization;
using FsCheck;
using FsCheck.Fluent;
using TransformationPortal.Core;
using TransformationPortal.Core.Reading;
using TransformationPortal.Registers;
using TransformationPortal.Data.Tests.Support;

namespace TransformationPortal.Data.Tests;

/// <summary>What the import says of a cell that is wrong. Row 2 is the first row under the header.</summary>
public sealed class ImportCellTests
{
    [Theory]
    [InlineData("projects", 14, "phase", "In fligt", "projects.csv, row 14, column phase: found “In fligt”; expected one of Planning, In flight, Complete, Stopped. Did you mean “In flight”?")]
    [InlineData("projects", 3, "phase", "Unheard of", "projects.csv, row 3, column phase: found “Unheard of”; expected one of Planning, In flight, Complete, Stopped.")]
    [InlineData("projects", 4, "workstream", "", "projects.csv, row 4, column workstream: found nothing; expected a name that the register workstreams holds.")]
    [InlineData("projects", 5, "start", "next week", "projects.csv, row 5, column start: found “next week”; expected a day such as 30/6/2019.")]
    [InlineData("projects", 5, "start", "2019-02-30", "projects.csv, row 5, column start: found “2019-02-30”; expected a day such as 30/6/2019 (February 2019 has 28 days). Did you mean “28/2/2019”?")]
    [InlineData("projects", 2, "planned_end", "2019-01-31", "projects.csv, row 2, column planned_end: found “2019-01-31”; expected a date no earlier than start, which is 2019-02-01.")]
    [InlineData("projects", 3, "code", "tp-01", "projects.csv, row 3, column code: found “tp-01”; expected what no other row has; row 2 has it already.")]
    [InlineData("projects", 40, "code", "TP 39", "projects.csv, row 40, column code: found “TP 39”; expected a code of at most 20 letters, figures, full stops and hyphens.")]
    [InlineData("risks", 6, "project", "TP-111", "risks.csv, row 6, column project: found “TP-111”; expected a code that the register projects holds. Did you mean “TP-11”?")]
    [InlineData("risks", 3, "critical", "maybe", "risks.csv, row 3, column critical: found “maybe”; expected one of yes, no.")]
    [InlineData("ratings", 8, "rag", "Ambre", "ratings.csv, row 8, column rag: found “Ambre”; expected one of Green, Amber, Red. Did you mean “Amber”?")]
    [InlineData("ratings", 8, "month", "Juni 2019", "ratings.csv, row 8, column month: found “Juni 2019”; expected a month such as June 2019 (“Juni” is no month). Did you mean “June 2019”?")]
    [InlineData("ratings", 8, "reason", "", "ratings.csv, row 8, column reason: found nothing; expected a text of at most 2000 characters.")]
    [InlineData("boards", 5, "kind", "Management", "boards.csv, row 5, column kind: found “Management”; expected one of Scrutiny, Executive, Advisory, Management team, Programme board, Workstream board.")]
    [InlineData("boards", 5, "reports_to", "Cabnet", "boards.csv, row 5, column reports_to: found “Cabnet”; expected a name that the register boards holds. Did you mean “Cabinet”?")]
    [InlineData("boards", 3, "reports_to", "CEDR", "boards.csv, row 3, column reports_to: found “CEDR”; expected a board that does not in the end report to Cabinet itself.")]
    [InlineData("savings_targets", 2, "financial_year", "2019/21", "savings_targets.csv, row 2, column financial_year: found “2019/21”; expected a financial year such as 2019/20 (a financial year ends in the year after it begins). Did you mean “2019/20”?")]
    [InlineData("savings_targets", 2, "financial_year", "2031/32", "savings_targets.csv, row 2, column financial_year: found “2031/32”; expected a time within the programme, which runs from 2018/19 to 2022/23.")]
    [InlineData("savings_targets", 2, "original_target", "-4900000", "savings_targets.csv, row 2, column original_target: found “-4900000”; expected an amount in pounds that is not negative, such as 4600000 or £4,600,000 (it is less than nothing).")]
    [InlineData("savings_positions", 2, "amount", "4,60", "savings_positions.csv, row 2, column amount: found “4,60”; expected an amount in pounds such as 4600000 or £4,600,000 (a full stop comes before the pence, and commas set thousands apart). Did you mean “4.60”?")]
    [InlineData("savings_positions", 2, "as_at", "2017-06", "savings_positions.csv, row 2, column as_at: found “2017-06”; expected a time within the programme, which runs from 2018/19 to 2022/23.")]
    [InlineData("spend", 2, "kind", "Budget", "spend.csv, row 2, column kind: found “Budget”; expected one of Actual, Committed.")]
    [InlineData("funding", 4, "status", "Unidentified", "funding.csv, row 4, column status: found “Unidentified”; expected one of Confirmed, To be identified.")]
    [InlineData("reprofiles", 2, "amount", "755001", "reprofiles.csv, row 2, column amount: found “755001”; expected no more than the target of S-010 in 2019/20, which is £755,000.")]
    [InlineData("reprofiles", 2, "from_year", "2022/23", "reprofiles.csv, row 2, column from_year: found “2022/23”; expected a year for which S-010 has a target.")]
    [InlineData("reprofiles", 2, "to_year", "2019/20", "reprofiles.csv, row 2, column to_year: found “2019/20”; expected another year than from_year, which is 2019/20.")]
    [InlineData("quarter_texts", 2, "quarter", "2019/20 Q5", "quarter_texts.csv, row 2, column quarter: found “2019/20 Q5”; expected a quarter such as 2019/20 Q1.")]
    [InlineData("quarter_texts", 2, "order", "first", "quarter_texts.csv, row 2, column order: found “first”; expected a whole number such as 3.")]
    [InlineData("quarter_texts", 2, "link", "spotlight:TP-02", "quarter_texts.csv, row 2, column link: found “spotlight:TP-02”; expected project:, spotlight: or document: and the code or key of one that is there; a spotlight must be of the same quarter. Did you mean “spotlight:TP-01”?")]
    [InlineData("measures", 3, "value", "many", "measures.csv, row 3, column value: found “many”; expected a number such as 1184 or 12.5.")]
    [InlineData("meetings", 2, "time", "ten", "meetings.csv, row 2, column time: found “ten”; expected a time such as 14:00.")]
    [InlineData("plan", 2, "end", "2018-10-31", "plan.csv, row 2, column end: found “2018-10-31”; expected a date no earlier than start, which is 2018-11-01.")]
    [InlineData("spotlights", 2, "expected_low", "2000000", "spotlights.csv, row 2, column expected_high: found “1000000”; expected an amount no lower than expected_low, which is 2000000.")]
    [InlineData("programme", 4, "value", "twenty eighteen", "programme.csv, row 4, column first_year: found “twenty eighteen”; expected a financial year such as 2019/20.")]
    [InlineData("programme", 5, "value", "2017/18", "programme.csv, row 5, column last_year: found “2017/18”; expected a year no earlier than first_year, which is 2018/19.")]
    [InlineData("programme", 2, "value", "", "programme.csv, row 2, column name: found nothing; expected a text of at most 200 characters.")]
    public async Task Check_OneWrongCell_SaysWhereAndWhatWasExpected(string register, int row, string column, string text, string sentence)
    {
        var sample = await SampleTables.ReadAsync();

        var reading = ProgrammeImport.Check(sample.With(register, row, column, text).All);

        Assert.Null(reading.Data);
        Assert.Contains(sentence, reading.Problems.Select(p => p.Sentence));
    }

    [Fact]
    public async Task Check_ATextThatIsTooLong_SaysHowLongItMayBeAndQuotesItsBeginning()
    {
        var sample = await SampleTables.ReadAsync();

        var reading = ProgrammeImport.Check(sample.With("projects", 2, "name", new string('x', 201)).All);

        Assert.Equal(
            $"projects.csv, row 2, column name: found “{new string('x', 80)}…”; expected a text of at most 200 characters.",
            Assert.Single(reading.Problems).Sentence);
    }

    [Fact]
    public async Task Check_SeveralWrongCells_NamesThemAllAtOnce()
    {
        var sample = await SampleTables.ReadAsync();

        var reading = ProgrammeImport.Check(sample
            .With("projects", 2, "phase", "Done").With("projects", 2, "start", "soon").With("spend", 2, "amount", "lots").With("risks", 2, "ref", "").All);

        Assert.Equal(
            [("projects.csv", 2, "phase"), ("projects.csv", 2, "start"), ("risks.csv", 2, "ref"), ("spend.csv", 2, "amount")],
            reading.Problems.Select(p => (p.Register, p.Row!.Value, p.Column)).Order());
    }

    [Fact]
    public async Task Check_ARowThatOthersReferTo_IsNotReportedAgainWithEveryReference()
    {
        var sample = await SampleTables.ReadAsync();

        var reading = ProgrammeImport.Check(sample.With("projects", 2, "phase", "Done").All);

        Assert.Equal("projects.csv", Assert.Single(reading.Problems).Register);
    }

    [Theory]
    [InlineData("755000", 755000)]
    [InlineData("£755,000", 755000)]
    [InlineData("755 000", 755000)]
    [InlineData("755\u00A0000.00", 755000)]
    [InlineData("£754,999.99", 754999.99)]
    [InlineData(" 0 ", 0)]
    [InlineData("755k", 755000)]
    [InlineData("755000 GBP", 755000)]
    public async Task Check_AnAmountWrittenInAnotherUsualWay_IsUnderstood(string text, double pounds)
    {
        var sample = await SampleTables.ReadAsync();

        var data = ProgrammeImport.Check(sample.With("reprofiles", 2, "amount", text).All).Data!;

        var amount = data[Registers.Definitions.ReprofilesRegister.Definition].Single().Get(Registers.Definitions.ReprofilesRegister.Amount);
        Assert.Equal((decimal)pounds, amount.Pounds);
    }

    [Theory]
    [InlineData("755,00")]
    [InlineData("755.000")]
    [InlineData("7,55,000")]
    [InlineData("755,000 000")]
    [InlineData("755k5")]
    [InlineData("TBC")]
    [InlineData("7.55E5")]
    [InlineData("٧٥٥")]
    [InlineData("1000000000000")]
    public async Task Check_AnAmountThatCouldMeanTwoThings_IsRefused(string text)
    {
        var sample = await SampleTables.ReadAsync();

        var reading = ProgrammeImport.Check(sample.With("spend", 2, "amount", text).All);

        Assert.Equal(("spend.csv", 2, "amount", text), reading.Problems.Select(p => (p.Register, p.Row!.Value, p.Column!, p.Found!)).Single());
    }

    [Fact]
    public void Amounts_AsBritainWritesThem_AreReadForWhatTheyAre() =>
        Prop.ForAll(
            Gen.Choose(-2_000_000_000, 2_000_000_000).Select(pence => pence / 100m).ToArbitrary(),
            Gen.Elements("0.00", "#,0.00", "£#,0.00", "0.##").ToArbitrary(),
            (pounds, format) => AmountReader.Read(pounds.ToString(format, CultureInfo.InvariantCulture)).Value == pounds)
            .QuickCheckThrowOnFailure();

    [Fact]
    public async Task Check_ChoicesInAnotherCase_AreUnderstood()
    {
        var sample = await SampleTables.ReadAsync();

        Assert.Empty(ProgrammeImport.Check(sample.With("projects", 2, "phase", "complete").With("risks", 2, "critical", "No").All).Problems);
    }
}
