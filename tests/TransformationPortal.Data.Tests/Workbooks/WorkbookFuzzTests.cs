using System.IO.Compression;
using TransformationPortal.Registers;
using TransformationPortal.Registers.Workbooks;
using TransformationPortal.Data.Tests.Support;
using TransformationPortal.Tests.Shared;

namespace TransformationPortal.Data.Tests.Workbooks;

/// <summary>Damaged workbooks: each is read or refused in words, and nothing else happens.</summary>
public sealed class WorkbookFuzzTests
{
    private const int Seed = 20190630;

    [Fact]
    public async Task Read_AWorkbookWithDamagedBytes_IsReadOrRefused()
    {
        var sound = await SoundAsync();
        var random = new Random(Seed);
        for (var i = 0; i < 200; i++)
        {
            var bytes = (byte[])sound.Clone();
            for (var hits = random.Next(1, 30); hits > 0; hits--)
            {
                bytes[random.Next(bytes.Length)] = (byte)random.Next(256);
            }

            ReadOrRefused(random.Next(4) == 0 ? bytes[..random.Next(bytes.Length)] : bytes);
        }
    }

    [Fact]
    public async Task Read_AWorkbookWithDamagedParts_IsReadOrRefused()
    {
        var sound = await SoundAsync();
        var random = new Random(Seed);
        for (var i = 0; i < 80; i++)
        {
            ReadOrRefused(WithDamagedPart(sound, random));
        }
    }

    [Fact]
    public async Task Read_AWorkbookWhoseDirectoryMakesUpSizesAndPlaces_IsReadOrRefused()
    {
        var sound = await SoundAsync();
        ulong[] claims = [0, 1, int.MaxValue, uint.MaxValue, long.MaxValue - 64, long.MaxValue - 1, long.MaxValue, (ulong)long.MaxValue + 1, ulong.MaxValue];
        foreach (var claim in claims)
        {
            ReadOrRefused(CraftedZip.Claiming(sound, claim));
            ReadOrRefused(CraftedZip.Claiming(sound, 4096, packed: claim));
            ReadOrRefused(CraftedZip.Claiming(sound, 4096, place: claim));
            ReadOrRefused(CraftedZip.Claiming(sound, 4096, claim, claim));
        }
    }

    private static void ReadOrRefused(byte[] bytes)
    {
        try
        {
            var file = WorkbookReader.Read(new MemoryStream(bytes));

            // Whatever was read can be checked and marked as well.
            var problems = ProgrammeImport.Check(file.Tables).Problems;
            Assert.NotEmpty(WorkbookWriter.Marked(file.Tables, new WorkbookFace(null, new DateOnly(2019, 7, 12)), problems));
        }
        catch (ImportRefusedException refusal)
        {
            Assert.NotEmpty(refusal.Message);
        }
    }

    // Inside a part, so that the damage is not found by the archive's checksums alone.
    private static byte[] WithDamagedPart(byte[] sound, Random random)
    {
        using var from = new ZipArchive(new MemoryStream(sound), ZipArchiveMode.Read);
        var target = new MemoryStream();
        var chosen = random.Next(from.Entries.Count);
        using (var to = new ZipArchive(target, ZipArchiveMode.Create, leaveOpen: true))
        {
            for (var i = 0; i < from.Entries.Count; i++)
            {
                using var content = new MemoryStream();
                using (var stream = from.Entries[i].Open())
                {
                    stream.CopyTo(content);
                }

                var bytes = content.ToArray();
                if (i == chosen && bytes.Length > 0)
                {
                    for (var hits = random.Next(1, 8); hits > 0; hits--)
                    {
                        bytes[random.Next(bytes.Length)] = (byte)"<>\"'&/0129azAZ= \0"[random.Next(17)];
                    }
                }

                using var written = to.CreateEntry(from.Entries[i].FullName).Open();
                written.Write(bytes);
            }
        }

        return target.ToArray();
    }

    private static async Task<byte[]> SoundAsync()
    {
        var sample = await SampleTables.ReadAsync();
        return WorkbookWriter.Write(
            [.. sample.All.Where(t => AllRegistersHave(t.Name)).Select(t => t with { Rows = [.. t.Rows.Take(5)] })], new WorkbookFace(null, new DateOnly(2019, 7, 12)));
    }

    private static bool AllRegistersHave(string name) => Registers.Definitions.AllRegisters.FindKept(name) is not null;
}
