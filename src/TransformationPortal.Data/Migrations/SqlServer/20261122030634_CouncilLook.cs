using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace TransformationPortal.Data.Migrations.SqlServer
{
    /// <inheritdoc />
    public partial class CouncilLook : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "Looks",
                columns: table => new
                {
                    Id = table.Column<int>(type: "int", nullable: false),
                    MainColour = table.Column<string>(type: "nvarchar(7)", maxLength: 7, nullable: false),
                    LinkColour = table.Column<string>(type: "nvarchar(7)", maxLength: 7, nullable: false),
                    LogoFormat = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: true),
                    LogoWidth = table.Column<int>(type: "int", nullable: true),
                    LogoHeight = table.Column<int>(type: "int", nullable: true),
                    LogoBytes = table.Column<byte[]>(type: "varbinary(max)", maxLength: 262144, nullable: true),
                    LogoAlternative = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: true),
                    Revision = table.Column<int>(type: "int", nullable: false),
                    ChangedBy = table.Column<string>(type: "nvarchar(460)", maxLength: 460, nullable: true),
                    ChangedAt = table.Column<DateTime>(type: "datetime2", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Looks", x => x.Id);
                    table.CheckConstraint("CK_Looks_OnlyRow", "Id = 1");
                });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "Looks");
        }
    }
}
