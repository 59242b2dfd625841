using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace TransformationPortal.Data.Migrations.SqlServer
{
    /// <inheritdoc />
    public partial class EditionLooks : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "EditionLooks",
                columns: table => new
                {
                    Id = table.Column<int>(type: "int", nullable: false),
                    MainColour = table.Column<string>(type: "nvarchar(7)", maxLength: 7, nullable: false),
                    LinkColour = table.Column<string>(type: "nvarchar(7)", maxLength: 7, nullable: false),
                    LogoFormat = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: true),
                    LogoWidth = table.Column<int>(type: "int", nullable: true),
                    LogoHeight = table.Column<int>(type: "int", nullable: true),
                    LogoBytes = table.Column<byte[]>(type: "varbinary(max)", maxLength: 262144, nullable: true),
                    LogoAlternative = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_EditionLooks", x => x.Id);
                    table.ForeignKey(
                        name: "FK_EditionLooks_StoredEditions_Id",
                        column: x => x.Id,
                        principalTable: "StoredEditions",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "EditionLooks");
        }
    }
}
