using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace TransformationPortal.Data.SqlServer.Migrations
{
    /// <inheritdoc />
    public partial class PaperTemplates : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<int>(
                name: "TemplateId",
                table: "Looks",
                type: "int",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "TemplateId",
                table: "EditionLooks",
                type: "int",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "PaperTemplates",
                columns: table => new
                {
                    Id = table.Column<int>(type: "int", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    Name = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    Bytes = table.Column<byte[]>(type: "varbinary(max)", maxLength: 4194304, nullable: false),
                    UploadedBy = table.Column<string>(type: "nvarchar(460)", maxLength: 460, nullable: false),
                    UploadedAt = table.Column<DateTime>(type: "datetime2", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PaperTemplates", x => x.Id);
                });

            migrationBuilder.CreateIndex(
                name: "IX_Looks_TemplateId",
                table: "Looks",
                column: "TemplateId");

            migrationBuilder.CreateIndex(
                name: "IX_EditionLooks_TemplateId",
                table: "EditionLooks",
                column: "TemplateId");

            migrationBuilder.AddForeignKey(
                name: "FK_EditionLooks_PaperTemplates_TemplateId",
                table: "EditionLooks",
                column: "TemplateId",
                principalTable: "PaperTemplates",
                principalColumn: "Id",
                onDelete: ReferentialAction.Restrict);

            migrationBuilder.AddForeignKey(
                name: "FK_Looks_PaperTemplates_TemplateId",
                table: "Looks",
                column: "TemplateId",
                principalTable: "PaperTemplates",
                principalColumn: "Id",
                onDelete: ReferentialAction.Restrict);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropForeignKey(
                name: "FK_EditionLooks_PaperTemplates_TemplateId",
                table: "EditionLooks");

            migrationBuilder.DropForeignKey(
                name: "FK_Looks_PaperTemplates_TemplateId",
                table: "Looks");

            migrationBuilder.DropTable(
                name: "PaperTemplates");

            migrationBuilder.DropIndex(
                name: "IX_Looks_TemplateId",
                table: "Looks");

            migrationBuilder.DropIndex(
                name: "IX_EditionLooks_TemplateId",
                table: "EditionLooks");

            migrationBuilder.DropColumn(
                name: "TemplateId",
                table: "Looks");

            migrationBuilder.DropColumn(
                name: "TemplateId",
                table: "EditionLooks");
        }
    }
}
