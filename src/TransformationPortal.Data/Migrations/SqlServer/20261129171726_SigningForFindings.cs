using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace TransformationPortal.Data.Migrations.SqlServer
{
    /// <inheritdoc />
    public partial class SigningForFindings : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<decimal>(
                name: "Apart",
                table: "ReconciliationNotes",
                type: "decimal(18,2)",
                precision: 18,
                scale: 2,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Covers",
                table: "ReconciliationNotes",
                type: "nvarchar(max)",
                maxLength: 8000,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<DateTime>(
                name: "FinanceAt",
                table: "ReconciliationNotes",
                type: "datetime2",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "FinanceBy",
                table: "ReconciliationNotes",
                type: "nvarchar(460)",
                maxLength: 460,
                nullable: true);

            migrationBuilder.AddColumn<decimal>(
                name: "FinanceSignsAbove",
                table: "ProgrammeSettings",
                type: "decimal(18,2)",
                precision: 18,
                scale: 2,
                nullable: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "Apart",
                table: "ReconciliationNotes");

            migrationBuilder.DropColumn(
                name: "Covers",
                table: "ReconciliationNotes");

            migrationBuilder.DropColumn(
                name: "FinanceAt",
                table: "ReconciliationNotes");

            migrationBuilder.DropColumn(
                name: "FinanceBy",
                table: "ReconciliationNotes");

            migrationBuilder.DropColumn(
                name: "FinanceSignsAbove",
                table: "ProgrammeSettings");
        }
    }
}
