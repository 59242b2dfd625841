using System.Text;
using TransformationPortal.Core.Editions;
using TransformationPortal.Core.Ledgers;
using TransformationPortal.Core.Periods;
using TransformationPortal.Core.Programmes;
using TransformationPortal.Core.Savings;
using TransformationPortal.Core.Tests.Building;

namespace TransformationPortal.Core.Tests.Reprofiling;

/// <summary>How a settled decision and a carry-forward are kept in an edition.</summary>
public sealed class DecisionJsonTests
{
    [Fact]
    public void Edition_WithASettledDecisionAndACarryForward_IsReadBackAsItWas()
    {
        var state = ProgrammeStates.Small();
        var edition = (state with
        {
            Decisions = [.. state.Decisions.Select(d => d.Ref == "D-02" ? d with { Settled = new(2019, 5, 14), OutcomeNote = "Agreed in full" } : d)],
            Reprofiles = [.. state.Reprofiles.Select(r => r.Decision == "D-02" ? r with { IsCarryForward = true } : r)],
        }).Compose();

        var json = EditionJson.Write(edition);
        var read = EditionJson.Read(json);

        Assert.Equal(edition.Decisions, read.Decisions);
        Assert.Equal(edition.Reprofiles, read.Reprofiles);
        Assert.Equal(json, EditionJson.Write(read));
        var decision = read.Decisions.Single(d => d.Ref == "D-02");
        Assert.Equal((new DateOnly(2019, 5, 14), "Agreed in full"), (decision.Settled, decision.OutcomeNote));
    }

    [Fact]
    public void Edition_WithoutEither_HasTheBytesItAlwaysHad()
    {
        var text = Encoding.UTF8.GetString(EditionJson.Write(ProgrammeStates.Small().Compose()));

        Assert.DoesNotContain("settled", text, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("carryForward", text, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public void CarryForward_InAnEdition_LeavesTheOriginalTargetWhereItWasSet()
    {
        var state = new ProgrammeBuilder().Project("TP-01").Line("S-01").Target("2019/20", 500).Position("2019/20", Confidence.High, 500)
            .Decision("CF-1", DecisionOutcome.Agreed)
            .With(s => s with { Reprofiles = [new("CF-1", "S-01", "Carried", new(200), FinancialYear.Parse("2019/20"), FinancialYear.Parse("2020/21"), Confidence.High, null, IsCarryForward: true)] });
        string Years(SavingsKind kind) => string.Join(' ', state.Edition().Savings.Cut(SavingsSlices.Of(kind, DecisionBasis.AsItStands), SavingsDimension.Year).Select(p => $"{p.Value}:{p.Amount}"));

        Assert.Equal("2019/20:500", Years(SavingsKind.OriginalTarget));
        Assert.Equal("2019/20:300 2020/21:200", Years(SavingsKind.RevisedTarget));
        Assert.Equal("2019/20:300 2020/21:200", Years(SavingsKind.Position));
    }
}
