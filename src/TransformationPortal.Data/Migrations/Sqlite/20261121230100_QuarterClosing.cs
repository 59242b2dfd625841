using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace TransformationPortal.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class QuarterClosing : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "AnnexParagraphs",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Quarter = table.Column<int>(type: "INTEGER", nullable: false),
                    Section = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Order = table.Column<int>(type: "INTEGER", nullable: false),
                    Text = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AnnexParagraphs", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "QuarterParts",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Quarter = table.Column<int>(type: "INTEGER", nullable: false),
                    Part = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    Revision = table.Column<int>(type: "INTEGER", nullable: false),
                    ChangedBy = table.Column<string>(type: "TEXT", maxLength: 460, nullable: false),
                    ChangedAt = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_QuarterParts", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "ReconciliationNotes",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Quarter = table.Column<int>(type: "INTEGER", nullable: false),
                    Finding = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    Disagreement = table.Column<string>(type: "TEXT", maxLength: 8000, nullable: false),
                    Words = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: false),
                    SignedBy = table.Column<string>(type: "TEXT", maxLength: 460, nullable: false),
                    SignedAt = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ReconciliationNotes", x => x.Id);
                });

            migrationBuilder.CreateIndex(
                name: "IX_AnnexParagraphs_Quarter_Section_Order",
                table: "AnnexParagraphs",
                columns: new[] { "Quarter", "Section", "Order" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_QuarterParts_Quarter_Part",
                table: "QuarterParts",
                columns: new[] { "Quarter", "Part" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_ReconciliationNotes_Quarter_Finding",
                table: "ReconciliationNotes",
                columns: new[] { "Quarter", "Finding" },
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "AnnexParagraphs");

            migrationBuilder.DropTable(
                name: "QuarterParts");

            migrationBuilder.DropTable(
                name: "ReconciliationNotes");
        }
    }
}
