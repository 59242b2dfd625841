using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace TransformationPortal.Data.SqlServer.Migrations
{
    /// <inheritdoc />
    public partial class CouncilsOwnTablesAndPressures : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "SavingsAlsoBy",
                table: "ProgrammeSettings",
                type: "nvarchar(40)",
                maxLength: 40,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "SavingsAlsoBySecond",
                table: "ProgrammeSettings",
                type: "nvarchar(40)",
                maxLength: 40,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "SavingsAlsoByThird",
                table: "ProgrammeSettings",
                type: "nvarchar(40)",
                maxLength: 40,
                nullable: true);

            migrationBuilder.CreateTable(
                name: "Pressures",
                columns: table => new
                {
                    Id = table.Column<int>(type: "int", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    Ref = table.Column<string>(type: "nvarchar(20)", maxLength: 20, nullable: false),
                    Why = table.Column<string>(type: "nvarchar(2000)", maxLength: 2000, nullable: false),
                    DirectorateId = table.Column<int>(type: "int", nullable: false),
                    ProjectId = table.Column<int>(type: "int", nullable: true),
                    Year = table.Column<int>(type: "int", nullable: false),
                    Amount = table.Column<decimal>(type: "decimal(18,2)", precision: 18, scale: 2, nullable: false),
                    Since = table.Column<DateOnly>(type: "date", nullable: true),
                    Owner = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    Cover = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    HowCovered = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Pressures", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Pressures_Directorates_DirectorateId",
                        column: x => x.DirectorateId,
                        principalTable: "Directorates",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Pressures_Projects_ProjectId",
                        column: x => x.ProjectId,
                        principalTable: "Projects",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "IX_Pressures_DirectorateId",
                table: "Pressures",
                column: "DirectorateId");

            migrationBuilder.CreateIndex(
                name: "IX_Pressures_ProjectId",
                table: "Pressures",
                column: "ProjectId");

            migrationBuilder.CreateIndex(
                name: "IX_Pressures_Ref_Year",
                table: "Pressures",
                columns: new[] { "Ref", "Year" },
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "Pressures");

            migrationBuilder.DropColumn(
                name: "SavingsAlsoBy",
                table: "ProgrammeSettings");

            migrationBuilder.DropColumn(
                name: "SavingsAlsoBySecond",
                table: "ProgrammeSettings");

            migrationBuilder.DropColumn(
                name: "SavingsAlsoByThird",
                table: "ProgrammeSettings");
        }
    }
}
