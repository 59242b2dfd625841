using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace TransformationPortal.Data.Migrations.SqlServer
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
                type: "date",
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "RetiredOn",
                table: "TargetSources",
                type: "date",
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "RetiredOn",
                table: "SavingsLines",
                type: "date",
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "RetiredOn",
                table: "Projects",
                type: "date",
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "RetiredOn",
                table: "Documents",
                type: "date",
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "RetiredOn",
                table: "Directorates",
                type: "date",
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "RetiredOn",
                table: "Decisions",
                type: "date",
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "RetiredOn",
                table: "CostLines",
                type: "date",
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "RetiredOn",
                table: "CostAreas",
                type: "date",
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "RetiredOn",
                table: "CoreActivities",
                type: "date",
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "RetiredOn",
                table: "Boards",
                type: "date",
                nullable: true);

            migrationBuilder.AddColumn<DateTime>(
                name: "OneTimePasswordUntil",
                table: "AspNetUsers",
                type: "datetime2",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "RegisterHistory",
                columns: table => new
                {
                    Id = table.Column<int>(type: "int", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    Register = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: false),
                    Row = table.Column<string>(type: "nvarchar(max)", maxLength: 8000, nullable: false),
                    Action = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    Column = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: true),
                    From = table.Column<string>(type: "nvarchar(max)", maxLength: 8000, nullable: true),
                    To = table.Column<string>(type: "nvarchar(max)", maxLength: 8000, nullable: true),
                    By = table.Column<string>(type: "nvarchar(460)", maxLength: 460, nullable: false),
                    At = table.Column<DateTime>(type: "datetime2", nullable: false),
                    With = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_RegisterHistory", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "Uploads",
                columns: table => new
                {
                    Id = table.Column<int>(type: "int", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    Key = table.Column<string>(type: "nvarchar(32)", maxLength: 32, nullable: false),
                    By = table.Column<string>(type: "nvarchar(460)", maxLength: 460, nullable: false),
                    FileName = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    At = table.Column<DateTime>(type: "datetime2", nullable: false),
                    Seal = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: false),
                    Content = table.Column<byte[]>(type: "varbinary(max)", nullable: false)
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
