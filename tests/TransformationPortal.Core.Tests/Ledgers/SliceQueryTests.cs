using TransformationPortal.Core.Ledgers;
using TransformationPortal.Core.Savings;
using TransformationPortal.Core.Tests.Building;

namespace TransformationPortal.Core.Tests.Ledgers;

public sealed class SliceQueryTests
{
    [Fact]
    public void Pairs_OfASlice_AreItsLimitsInOrderAndTheBasisLast()
    {
        var slice = SavingsSlices.Of(SavingsKind.Position, DecisionBasis.IfAgreed).In(new(2020), new(2019)).Where(SavingsDimension.Workstream, "Income & other");

        Assert.Equal(
            ["kind=position", "year=2019/20", "year=2020/21", "workstream=Income & other", "basis=agreed"],
            SliceQuery.Pairs(slice).Select(p => $"{p.Key}={p.Value}"));
    }

    [Fact]
    public void Pairs_AsItStands_LeaveTheBasisOut() => Assert.Empty(SliceQuery.Pairs(Slice<SavingsDimension>.All));

    [Fact]
    public void Read_ThePairsOfAnySlice_IsThatSlice() => Law.HoldsForEveryProgramme(programme =>
    {
        var ledger = programme.Edition.Savings;
        var slice = programme.Lot.SliceOf(ledger);

        var reading = SliceQuery.Read<SavingsDimension>(SliceQuery.Pairs(slice), slice.Basis, d => [.. ledger.Values(d), "unheard of"]);

        Assert.Null(reading.Problem);
        Assert.Equal(slice, reading.Slice);
    });

    [Fact]
    public void Read_ValuesAndNamesInAnotherCase_AreTheLedgersOwn()
    {
        var reading = Read(("YEAR", "2019/20"), ("Workstream", "service REDESIGN"));

        Assert.Equal(Slice<SavingsDimension>.All.Where(SavingsDimension.Year, "2019/20").Where(SavingsDimension.Workstream, "Service Redesign"), reading.Slice);
    }

    [Fact]
    public void Read_ValuesThatDifferInCaseAlone_TakesTheOneWrittenSo()
    {
        var reading = SliceQuery.Read<SavingsDimension>([new("board", "people")], DecisionBasis.AsItStands, _ => ["People", "people"]);

        Assert.Equal(["people"], reading.Slice![SavingsDimension.Board].AsEnumerable());
    }

    [Fact]
    public void Read_AnUnknownValue_SaysWhichAndWhatExists()
    {
        var reading = Read(("workstream", "Sevrice Redesign"));

        Assert.Null(reading.Slice);
        Assert.Equal("“Sevrice Redesign” is not a workstream of this edition.", reading.Problem);
        Assert.Equal(["Service Redesign", "Income & other"], reading.Existing);
    }

    [Theory]
    [InlineData("rows", "year")]
    [InlineData("edition", "2")]
    [InlineData("0", "2019/20")]
    [InlineData("year", "")]
    public void Read_PairsThatNameNoDimensionOrNoValue_AreLeftToTheCaller(string name, string value) =>
        Assert.Equal(Slice<SavingsDimension>.All, Read((name, value)).Slice);

    [Fact]
    public void Read_TwoValuesOfOneDimension_LetsBothThrough() =>
        Assert.Equal(["2019/20", "2020/21"], Read(("year", "2020/21"), ("year", "2019/20")).Slice![SavingsDimension.Year].AsEnumerable());

    [Fact]
    public void Read_ABasis_IsThatOfTheSlice() =>
        Assert.Equal(DecisionBasis.IfAgreed, SliceQuery.Read<SavingsDimension>([], DecisionBasis.IfAgreed, _ => []).Slice!.Basis);

    [Fact]
    public void Read_InTurkey_FindsTheSameDimensions() =>
        InEveryCulture.Run(() => Assert.NotEqual(Slice<SavingsDimension>.All, Read(("DIRECTORATE", "RESOURCES")).Slice));

    private static SliceReading<SavingsDimension> Read(params (string Name, string Value)[] pairs) => SliceQuery.Read<SavingsDimension>(
        pairs.Select(p => KeyValuePair.Create(p.Name, p.Value)), DecisionBasis.AsItStands, dimension => dimension switch
        {
            SavingsDimension.Year => ["2019/20", "2020/21"],
            SavingsDimension.Workstream => ["Service Redesign", "Income & other"],
            SavingsDimension.Directorate => ["Resources"],
            _ => [],
        });
}
