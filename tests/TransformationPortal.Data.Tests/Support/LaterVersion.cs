using System.Reflection;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.EntityFrameworkCore.Migrations.Internal;

namespace TransformationPortal.Data.Tests.Support;

/// <summary>
/// The migrations of a later version of the portal: those that there are, and one that makes two tables. So a database of
/// this version is one of an earlier version, however many migrations there are.
/// </summary>
#pragma warning disable EF1001 // The only way to add one to those of an assembly.
internal sealed class LaterVersion(
    ICurrentDbContext current, IDbContextOptions options, IMigrationsIdGenerator ids, IDiagnosticsLogger<DbLoggerCategory.Migrations> logger)
    : MigrationsAssembly(current, options, ids, logger)
{
    private const string Id = "29980101000000_LaterChange";

    public const string FirstTable = "LaterThings";
    public const string SecondTable = "LaterWords";

    public override IReadOnlyDictionary<string, TypeInfo> Migrations =>
        new SortedDictionary<string, TypeInfo>(base.Migrations.ToDictionary(), StringComparer.Ordinal) { [Id] = typeof(LaterChange).GetTypeInfo() };

    [Migration(Id)]
    private sealed class LaterChange : Migration
    {
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(FirstTable, table => new { Thing = table.Column<string>() });
            migrationBuilder.CreateTable(SecondTable, table => new { Word = table.Column<string>() });
        }
    }
}
