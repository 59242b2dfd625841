using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace TransformationPortal.Data.Migrations.SqlServer
{
    /// <inheritdoc />
    public partial class HighlightReports : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_Risks_ProjectId",
                table: "Risks");

            migrationBuilder.DropIndex(
                name: "IX_Risks_Ref",
                table: "Risks");

            migrationBuilder.DropIndex(
                name: "IX_Milestones_ProjectId_Title",
                table: "Milestones");

            migrationBuilder.DropIndex(
                name: "IX_Dependencies_ProjectId_NeedsId_What",
                table: "Dependencies");

            migrationBuilder.AlterColumn<string>(
                name: "Ref",
                table: "Risks",
                type: "nvarchar(40)",
                maxLength: 40,
                nullable: false,
                oldClrType: typeof(string),
                oldType: "nvarchar(20)",
                oldMaxLength: 20);

            migrationBuilder.AddColumn<int>(
                name: "Month",
                table: "Risks",
                type: "int",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "Month",
                table: "Milestones",
                type: "int",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "Month",
                table: "Dependencies",
                type: "int",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "HighlightReports",
                columns: table => new
                {
                    Id = table.Column<int>(type: "int", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    ProjectId = table.Column<int>(type: "int", nullable: false),
                    Month = table.Column<int>(type: "int", nullable: false),
                    State = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    Revision = table.Column<int>(type: "int", nullable: false),
                    Content = table.Column<string>(type: "nvarchar(max)", maxLength: 2000000, nullable: false),
                    Author = table.Column<string>(type: "nvarchar(460)", maxLength: 460, nullable: true),
                    Writers = table.Column<string>(type: "nvarchar(max)", maxLength: 8000, nullable: false),
                    StartedAt = table.Column<DateTime>(type: "datetime2", nullable: true),
                    ChangedAt = table.Column<DateTime>(type: "datetime2", nullable: true),
                    ChangedBy = table.Column<string>(type: "nvarchar(460)", maxLength: 460, nullable: true),
                    FirstSubmittedAt = table.Column<DateTime>(type: "datetime2", nullable: true),
                    SubmittedAt = table.Column<DateTime>(type: "datetime2", nullable: true),
                    SubmittedBy = table.Column<string>(type: "nvarchar(460)", maxLength: 460, nullable: true),
                    Versions = table.Column<int>(type: "int", nullable: false),
                    ApprovedVersion = table.Column<int>(type: "int", nullable: true),
                    ApprovedAt = table.Column<DateTime>(type: "datetime2", nullable: true),
                    ApprovedBy = table.Column<string>(type: "nvarchar(460)", maxLength: 460, nullable: true),
                    ReturnedAt = table.Column<DateTime>(type: "datetime2", nullable: true),
                    ReturnedBy = table.Column<string>(type: "nvarchar(460)", maxLength: 460, nullable: true),
                    ReturnNote = table.Column<string>(type: "nvarchar(2000)", maxLength: 2000, nullable: true),
                    ReopenedBecause = table.Column<string>(type: "nvarchar(2000)", maxLength: 2000, nullable: true),
                    IsFinanceConfirmed = table.Column<bool>(type: "bit", nullable: true),
                    FinanceReason = table.Column<string>(type: "nvarchar(2000)", maxLength: 2000, nullable: true),
                    FinanceBy = table.Column<string>(type: "nvarchar(460)", maxLength: 460, nullable: true),
                    FinanceAt = table.Column<DateTime>(type: "datetime2", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_HighlightReports", x => x.Id);
                    table.ForeignKey(
                        name: "FK_HighlightReports_Projects_ProjectId",
                        column: x => x.ProjectId,
                        principalTable: "Projects",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "ProjectAssignments",
                columns: table => new
                {
                    Id = table.Column<int>(type: "int", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    UserId = table.Column<string>(type: "nvarchar(128)", maxLength: 128, nullable: false),
                    ProjectId = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ProjectAssignments", x => x.Id);
                    table.ForeignKey(
                        name: "FK_ProjectAssignments_AspNetUsers_UserId",
                        column: x => x.UserId,
                        principalTable: "AspNetUsers",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_ProjectAssignments_Projects_ProjectId",
                        column: x => x.ProjectId,
                        principalTable: "Projects",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "ReportedCostLines",
                columns: table => new
                {
                    Id = table.Column<int>(type: "int", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    LineId = table.Column<int>(type: "int", nullable: false),
                    ProjectId = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ReportedCostLines", x => x.Id);
                    table.ForeignKey(
                        name: "FK_ReportedCostLines_CostLines_LineId",
                        column: x => x.LineId,
                        principalTable: "CostLines",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_ReportedCostLines_Projects_ProjectId",
                        column: x => x.ProjectId,
                        principalTable: "Projects",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "DoubtAnswers",
                columns: table => new
                {
                    Id = table.Column<int>(type: "int", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    ReportId = table.Column<int>(type: "int", nullable: false),
                    Key = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: false),
                    Doubt = table.Column<string>(type: "nvarchar(2000)", maxLength: 2000, nullable: false),
                    Answer = table.Column<string>(type: "nvarchar(2000)", maxLength: 2000, nullable: false),
                    By = table.Column<string>(type: "nvarchar(460)", maxLength: 460, nullable: false),
                    At = table.Column<DateTime>(type: "datetime2", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_DoubtAnswers", x => x.Id);
                    table.ForeignKey(
                        name: "FK_DoubtAnswers_HighlightReports_ReportId",
                        column: x => x.ReportId,
                        principalTable: "HighlightReports",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "ReportHistory",
                columns: table => new
                {
                    Id = table.Column<int>(type: "int", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    ReportId = table.Column<int>(type: "int", nullable: false),
                    Revision = table.Column<int>(type: "int", nullable: false),
                    Action = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    By = table.Column<string>(type: "nvarchar(460)", maxLength: 460, nullable: false),
                    At = table.Column<DateTime>(type: "datetime2", nullable: false),
                    Note = table.Column<string>(type: "nvarchar(2000)", maxLength: 2000, nullable: true),
                    Section = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: true),
                    Field = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: true),
                    Label = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: true),
                    From = table.Column<string>(type: "nvarchar(max)", maxLength: 8000, nullable: true),
                    To = table.Column<string>(type: "nvarchar(max)", maxLength: 8000, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ReportHistory", x => x.Id);
                    table.ForeignKey(
                        name: "FK_ReportHistory_HighlightReports_ReportId",
                        column: x => x.ReportId,
                        principalTable: "HighlightReports",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "ReportRemarks",
                columns: table => new
                {
                    Id = table.Column<int>(type: "int", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    ReportId = table.Column<int>(type: "int", nullable: false),
                    Version = table.Column<int>(type: "int", nullable: false),
                    Field = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    What = table.Column<string>(type: "nvarchar(2000)", maxLength: 2000, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ReportRemarks", x => x.Id);
                    table.ForeignKey(
                        name: "FK_ReportRemarks_HighlightReports_ReportId",
                        column: x => x.ReportId,
                        principalTable: "HighlightReports",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "ReportVersions",
                columns: table => new
                {
                    Id = table.Column<int>(type: "int", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    ReportId = table.Column<int>(type: "int", nullable: false),
                    Number = table.Column<int>(type: "int", nullable: false),
                    Content = table.Column<string>(type: "nvarchar(max)", maxLength: 2000000, nullable: false),
                    SubmittedBy = table.Column<string>(type: "nvarchar(460)", maxLength: 460, nullable: false),
                    SubmittedAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    IsApproved = table.Column<bool>(type: "bit", nullable: true),
                    DecidedBy = table.Column<string>(type: "nvarchar(460)", maxLength: 460, nullable: true),
                    DecidedAt = table.Column<DateTime>(type: "datetime2", nullable: true),
                    DecisionNote = table.Column<string>(type: "nvarchar(2000)", maxLength: 2000, nullable: true),
                    ReopenedBy = table.Column<string>(type: "nvarchar(460)", maxLength: 460, nullable: true),
                    ReopenedAt = table.Column<DateTime>(type: "datetime2", nullable: true),
                    ReopenedBecause = table.Column<string>(type: "nvarchar(2000)", maxLength: 2000, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ReportVersions", x => x.Id);
                    table.ForeignKey(
                        name: "FK_ReportVersions_HighlightReports_ReportId",
                        column: x => x.ReportId,
                        principalTable: "HighlightReports",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "IX_Risks_ProjectId_Month_Ref",
                table: "Risks",
                columns: new[] { "ProjectId", "Month", "Ref" },
                unique: true,
                filter: "Month IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Risks_Ref",
                table: "Risks",
                column: "Ref",
                unique: true,
                filter: "Month IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Milestones_ProjectId_Month_Title",
                table: "Milestones",
                columns: new[] { "ProjectId", "Month", "Title" },
                unique: true,
                filter: "Month IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Milestones_ProjectId_Title",
                table: "Milestones",
                columns: new[] { "ProjectId", "Title" },
                unique: true,
                filter: "Month IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Dependencies_ProjectId_Month_NeedsId_What",
                table: "Dependencies",
                columns: new[] { "ProjectId", "Month", "NeedsId", "What" },
                unique: true,
                filter: "Month IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Dependencies_ProjectId_NeedsId_What",
                table: "Dependencies",
                columns: new[] { "ProjectId", "NeedsId", "What" },
                unique: true,
                filter: "Month IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_DoubtAnswers_ReportId_Key",
                table: "DoubtAnswers",
                columns: new[] { "ReportId", "Key" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_HighlightReports_ProjectId_Month",
                table: "HighlightReports",
                columns: new[] { "ProjectId", "Month" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_ProjectAssignments_ProjectId",
                table: "ProjectAssignments",
                column: "ProjectId");

            migrationBuilder.CreateIndex(
                name: "IX_ProjectAssignments_UserId_ProjectId",
                table: "ProjectAssignments",
                columns: new[] { "UserId", "ProjectId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_ReportedCostLines_LineId",
                table: "ReportedCostLines",
                column: "LineId",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_ReportedCostLines_ProjectId",
                table: "ReportedCostLines",
                column: "ProjectId");

            migrationBuilder.CreateIndex(
                name: "IX_ReportHistory_ReportId_Revision",
                table: "ReportHistory",
                columns: new[] { "ReportId", "Revision" });

            migrationBuilder.CreateIndex(
                name: "IX_ReportRemarks_ReportId",
                table: "ReportRemarks",
                column: "ReportId");

            migrationBuilder.CreateIndex(
                name: "IX_ReportVersions_ReportId_Number",
                table: "ReportVersions",
                columns: new[] { "ReportId", "Number" },
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "DoubtAnswers");

            migrationBuilder.DropTable(
                name: "ProjectAssignments");

            migrationBuilder.DropTable(
                name: "ReportedCostLines");

            migrationBuilder.DropTable(
                name: "ReportHistory");

            migrationBuilder.DropTable(
                name: "ReportRemarks");

            migrationBuilder.DropTable(
                name: "ReportVersions");

            migrationBuilder.DropTable(
                name: "HighlightReports");

            migrationBuilder.DropIndex(
                name: "IX_Risks_ProjectId_Month_Ref",
                table: "Risks");

            migrationBuilder.DropIndex(
                name: "IX_Risks_Ref",
                table: "Risks");

            migrationBuilder.DropIndex(
                name: "IX_Milestones_ProjectId_Month_Title",
                table: "Milestones");

            migrationBuilder.DropIndex(
                name: "IX_Milestones_ProjectId_Title",
                table: "Milestones");

            migrationBuilder.DropIndex(
                name: "IX_Dependencies_ProjectId_Month_NeedsId_What",
                table: "Dependencies");

            migrationBuilder.DropIndex(
                name: "IX_Dependencies_ProjectId_NeedsId_What",
                table: "Dependencies");

            migrationBuilder.DropColumn(
                name: "Month",
                table: "Risks");

            migrationBuilder.DropColumn(
                name: "Month",
                table: "Milestones");

            migrationBuilder.DropColumn(
                name: "Month",
                table: "Dependencies");

            migrationBuilder.AlterColumn<string>(
                name: "Ref",
                table: "Risks",
                type: "nvarchar(20)",
                maxLength: 20,
                nullable: false,
                oldClrType: typeof(string),
                oldType: "nvarchar(40)",
                oldMaxLength: 40);

            migrationBuilder.CreateIndex(
                name: "IX_Risks_ProjectId",
                table: "Risks",
                column: "ProjectId");

            migrationBuilder.CreateIndex(
                name: "IX_Risks_Ref",
                table: "Risks",
                column: "Ref",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Milestones_ProjectId_Title",
                table: "Milestones",
                columns: new[] { "ProjectId", "Title" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Dependencies_ProjectId_NeedsId_What",
                table: "Dependencies",
                columns: new[] { "ProjectId", "NeedsId", "What" },
                unique: true);
        }
    }
}
