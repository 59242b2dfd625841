using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace TransformationPortal.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class Workbook : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<DateOnly>(
                name: "RetiredOn",
                table: "Workstreams",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "RetiredOn",
                table: "TargetSources",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "RetiredOn",
                table: "SavingsLines",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "RetiredOn",
                table: "Projects",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "RetiredOn",
                table: "Documents",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "RetiredOn",
                table: "Directorates",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "RetiredOn",
                table: "Decisions",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "RetiredOn",
                table: "CostLines",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "RetiredOn",
                table: "CostAreas",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "RetiredOn",
                table: "CoreActivities",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "RetiredOn",
                table: "Boards",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<DateTime>(
                name: "OneTimePasswordUntil",
                table: "AspNetUsers",
                type: "TEXT",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "RegisterHistory",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Register = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    Row = table.Column<string>(type: "TEXT", maxLength: 8000, nullable: false),
                    Action = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Column = table.Column<string>(type: "TEXT", maxLength: 100, nullable: true),
                    From = table.Column<string>(type: "TEXT", maxLength: 8000, nullable: true),
                    To = table.Column<string>(type: "TEXT", maxLength: 8000, nullable: true),
                    By = table.Column<string>(type: "TEXT", maxLength: 460, nullable: false),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false),
                    With = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_RegisterHistory", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "Uploads",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Key = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    By = table.Column<string>(type: "TEXT", maxLength: 460, nullable: false),
                    FileName = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Seal = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    Content = table.Column<byte[]>(type: "BLOB", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Uploads", x => x.Id);
                });

            migrationBuilder.CreateIndex(
                name: "IX_RegisterHistory_Register_Id",
                table: "RegisterHistory",
                columns: new[] { "Register", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Uploads_Key",
                table: "Uploads",
                column: "Key",
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "RegisterHistory");

            migrationBuilder.DropTable(
                name: "Uploads");

            migrationBuilder.DropColumn(
                name: "RetiredOn",
                table: "Workstreams");

            migrationBuilder.DropColumn(
                name: "RetiredOn",
                table: "TargetSources");

            migrationBuilder.DropColumn(
                name: "RetiredOn",
                table: "SavingsLines");

            migrationBuilder.DropColumn(
                name: "RetiredOn",
                table: "Projects");

            migrationBuilder.DropColumn(
                name: "RetiredOn",
                table: "Documents");

            migrationBuilder.DropColumn(
                name: "RetiredOn",
                table: "Directorates");

            migrationBuilder.DropColumn(
                name: "RetiredOn",
                table: "Decisions");

            migrationBuilder.DropColumn(
                name: "RetiredOn",
                table: "CostLines");

            migrationBuilder.DropColumn(
                name: "RetiredOn",
                table: "CostAreas");

            migrationBuilder.DropColumn(
                name: "RetiredOn",
                table: "CoreActivities");

            migrationBuilder.DropColumn(
                name: "RetiredOn",
                table: "Boards");

            migrationBuilder.DropColumn(
                name: "OneTimePasswordUntil",
                table: "AspNetUsers");
        }
    }
}
