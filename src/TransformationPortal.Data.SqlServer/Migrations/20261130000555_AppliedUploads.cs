using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace TransformationPortal.Data.SqlServer.Migrations
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
                    Id = table.Column<int>(type: "int", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    Key = table.Column<string>(type: "nvarchar(32)", maxLength: 32, nullable: false),
                    By = table.Column<string>(type: "nvarchar(460)", maxLength: 460, nullable: false),
                    At = table.Column<DateTime>(type: "datetime2", nullable: false),
                    FileName = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    With = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    HoldsFrom = table.Column<DateOnly>(type: "date", nullable: true),
                    TakesBackId = table.Column<int>(type: "int", nullable: true),
                    IsFirst = table.Column<bool>(type: "bit", nullable: false),
                    Counts = table.Column<string>(type: "nvarchar(max)", maxLength: 8000, nullable: false),
                    Before = table.Column<byte[]>(type: "varbinary(max)", nullable: false),
                    After = table.Column<byte[]>(type: "varbinary(max)", nullable: false)
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
                    Id = table.Column<int>(type: "int", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    Register = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: false),
                    Heading = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    Written = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    Column = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: true),
                    By = table.Column<string>(type: "nvarchar(460)", maxLength: 460, nullable: false),
                    At = table.Column<DateTime>(type: "datetime2", nullable: false)
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
