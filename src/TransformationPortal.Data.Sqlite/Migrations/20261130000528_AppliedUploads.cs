using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace TransformationPortal.Data.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class AppliedUploads : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "AppliedUploads",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Key = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    By = table.Column<string>(type: "TEXT", maxLength: 460, nullable: false),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false),
                    FileName = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    With = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    HoldsFrom = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    TakesBackId = table.Column<int>(type: "INTEGER", nullable: true),
                    IsFirst = table.Column<bool>(type: "INTEGER", nullable: false),
                    Counts = table.Column<string>(type: "TEXT", maxLength: 8000, nullable: false),
                    Before = table.Column<byte[]>(type: "BLOB", nullable: false),
                    After = table.Column<byte[]>(type: "BLOB", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AppliedUploads", x => x.Id);
                    table.ForeignKey(
                        name: "FK_AppliedUploads_AppliedUploads_TakesBackId",
                        column: x => x.TakesBackId,
                        principalTable: "AppliedUploads",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "KnownHeadings",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Register = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    Heading = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Written = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Column = table.Column<string>(type: "TEXT", maxLength: 100, nullable: true),
                    By = table.Column<string>(type: "TEXT", maxLength: 460, nullable: false),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_KnownHeadings", x => x.Id);
                });

            migrationBuilder.CreateIndex(
                name: "IX_AppliedUploads_Key",
                table: "AppliedUploads",
                column: "Key",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_AppliedUploads_TakesBackId",
                table: "AppliedUploads",
                column: "TakesBackId");

            migrationBuilder.CreateIndex(
                name: "IX_KnownHeadings_Register_Heading",
                table: "KnownHeadings",
                columns: new[] { "Register", "Heading" },
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "AppliedUploads");

            migrationBuilder.DropTable(
                name: "KnownHeadings");
        }
    }
}
