using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using TransformationPortal.Data.Entities;

namespace TransformationPortal.Data.Configurations;

internal sealed class CostBudgetConfiguration : IEntityTypeConfiguration<CostBudgetEntity>
{
    public void Configure(EntityTypeBuilder<CostBudgetEntity> builder)
    {
        builder.HasIndex(e => new { e.LineId, e.Year }).IsUnique();
    }
}
