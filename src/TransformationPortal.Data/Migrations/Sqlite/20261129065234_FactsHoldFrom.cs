using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace TransformationPortal.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class FactsHoldFrom : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "Cells",
                table: "RegisterHistory",
                type: "TEXT",
                maxLength: 2000000,
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "HoldsFrom",
                table: "RegisterHistory",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "Place",
                table: "RegisterHistory",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "RowKey",
                table: "RegisterHistory",
                type: "TEXT",
                maxLength: 8000,
                nullable: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "Cells",
                table: "RegisterHistory");

            migrationBuilder.DropColumn(
                name: "HoldsFrom",
                table: "RegisterHistory");

            migrationBuilder.DropColumn(
                name: "Place",
                table: "RegisterHistory");

            migrationBuilder.DropColumn(
                name: "RowKey",
                table: "RegisterHistory");
        }
    }
}
