using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace TransformationPortal.Data.Migrations.SqlServer
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
                type: "nvarchar(max)",
                maxLength: 2000000,
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "HoldsFrom",
                table: "RegisterHistory",
                type: "date",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "Place",
                table: "RegisterHistory",
                type: "int",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "RowKey",
                table: "RegisterHistory",
                type: "nvarchar(max)",
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
