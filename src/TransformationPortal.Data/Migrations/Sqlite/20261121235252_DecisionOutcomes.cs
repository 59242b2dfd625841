using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace TransformationPortal.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class DecisionOutcomes : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_Reprofiles_DecisionId_LineId_FromYear_ToYear",
                table: "Reprofiles");

            migrationBuilder.AddColumn<bool>(
                name: "IsCarryForward",
                table: "Reprofiles",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<DateTime>(
                name: "RehomedAt",
                table: "Reprofiles",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "RehomedBy",
                table: "Reprofiles",
                type: "TEXT",
                maxLength: 460,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "OutcomeNote",
                table: "Decisions",
                type: "TEXT",
                maxLength: 2000,
                nullable: true);

            migrationBuilder.AddColumn<DateTime>(
                name: "RecordedAt",
                table: "Decisions",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "RecordedBy",
                table: "Decisions",
                type: "TEXT",
                maxLength: 460,
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "Settled",
                table: "Decisions",
                type: "TEXT",
                nullable: true);

            migrationBuilder.CreateIndex(
                name: "IX_Reprofiles_DecisionId_LineId_FromYear_ToYear_Confidence",
                table: "Reprofiles",
                columns: new[] { "DecisionId", "LineId", "FromYear", "ToYear", "Confidence" },
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_Reprofiles_DecisionId_LineId_FromYear_ToYear_Confidence",
                table: "Reprofiles");

            migrationBuilder.DropColumn(
                name: "IsCarryForward",
                table: "Reprofiles");

            migrationBuilder.DropColumn(
                name: "RehomedAt",
                table: "Reprofiles");

            migrationBuilder.DropColumn(
                name: "RehomedBy",
                table: "Reprofiles");

            migrationBuilder.DropColumn(
                name: "OutcomeNote",
                table: "Decisions");

            migrationBuilder.DropColumn(
                name: "RecordedAt",
                table: "Decisions");

            migrationBuilder.DropColumn(
                name: "RecordedBy",
                table: "Decisions");

            migrationBuilder.DropColumn(
                name: "Settled",
                table: "Decisions");

            migrationBuilder.CreateIndex(
                name: "IX_Reprofiles_DecisionId_LineId_FromYear_ToYear",
                table: "Reprofiles",
                columns: new[] { "DecisionId", "LineId", "FromYear", "ToYear" },
                unique: true);
        }
    }
}
