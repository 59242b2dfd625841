using TransformationPortal.Data.Entities;
using TransformationPortal.Registers;
using TransformationPortal.Registers.Definitions;

namespace TransformationPortal.Data.Tests;

/// <summary>Columns and what they say of a row meet by the column, not by their place.</summary>
public sealed class RowCellsTests
{
    private static readonly CostAreaEntity Technology = new() { Code = "TECH", Name = "Technology" };

    private static readonly ColumnValue<CostAreaEntity> Code = CostAreasRegister.Code.Of((CostAreaEntity a) => a.Code);
    private static readonly ColumnValue<CostAreaEntity> Name = CostAreasRegister.Name.Of((CostAreaEntity a) => a.Name);

    [Fact]
    public void Of_ValuesInAnotherOrder_WritesThemInTheRegistersOrder() =>
        Assert.Equal(["TECH", "Technology"], new RowCells<CostAreaEntity>(CostAreasRegister.Definition, [Name, Code]).Of(Technology));

    [Fact]
    public void New_WithoutAColumn_IsRefused() =>
        Assert.ThrowsAny<InvalidOperationException>(() => new RowCells<CostAreaEntity>(CostAreasRegister.Definition, [Code]));

    [Fact]
    public void New_WithAColumnOfAnotherRegister_IsRefused() =>
        Assert.Throws<ArgumentException>(() => new RowCells<CostAreaEntity>(
            CostAreasRegister.Definition, [Code, Name, CostLinesRegister.Note.Of((CostAreaEntity _) => null)]));
}
