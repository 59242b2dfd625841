using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace TransformationPortal.Data.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class EvidenceAndChasing : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<DateOnly>(
                name: "Closed",
                table: "Risks",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "ClosedBecause",
                table: "Risks",
                type: "TEXT",
                maxLength: 2000,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "EvidenceFor",
                table: "ProgrammeSettings",
                type: "TEXT",
                maxLength: 40,
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "ReportsFrom",
                table: "ProgrammeSettings",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "ChaseNotes",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    ProjectId = table.Column<int>(type: "INTEGER", nullable: false),
                    Month = table.Column<int>(type: "INTEGER", nullable: false),
                    Whom = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: false),
                    Sentence = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: false),
                    By = table.Column<string>(type: "TEXT", maxLength: 460, nullable: false),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ChaseNotes", x => x.Id);
                    table.ForeignKey(
                        name: "FK_ChaseNotes_Projects_ProjectId",
                        column: x => x.ProjectId,
                        principalTable: "Projects",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "ReportDocuments",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Key = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    ProjectId = table.Column<int>(type: "INTEGER", nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    MediaType = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Content = table.Column<byte[]>(type: "BLOB", maxLength: 10000000, nullable: false),
                    AddedBy = table.Column<string>(type: "TEXT", maxLength: 460, nullable: false),
                    AddedAt = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ReportDocuments", x => x.Id);
                    table.ForeignKey(
                        name: "FK_ReportDocuments_Projects_ProjectId",
                        column: x => x.ProjectId,
                        principalTable: "Projects",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "IX_ChaseNotes_Month_ProjectId",
                table: "ChaseNotes",
                columns: new[] { "Month", "ProjectId" });

            migrationBuilder.CreateIndex(
                name: "IX_ChaseNotes_ProjectId",
                table: "ChaseNotes",
                column: "ProjectId");

            migrationBuilder.CreateIndex(
                name: "IX_ReportDocuments_Key",
                table: "ReportDocuments",
                column: "Key",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_ReportDocuments_ProjectId",
                table: "ReportDocuments",
                column: "ProjectId");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "ChaseNotes");

            migrationBuilder.DropTable(
                name: "ReportDocuments");

            migrationBuilder.DropColumn(
                name: "Closed",
                table: "Risks");

            migrationBuilder.DropColumn(
                name: "ClosedBecause",
                table: "Risks");

            migrationBuilder.DropColumn(
                name: "EvidenceFor",
                table: "ProgrammeSettings");

            migrationBuilder.DropColumn(
                name: "ReportsFrom",
                table: "ProgrammeSettings");
        }
    }
}
