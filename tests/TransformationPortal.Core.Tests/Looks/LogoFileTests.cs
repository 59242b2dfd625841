using System.IO.Compression;
using TransformationPortal.Core.Looks;
using TransformationPortal.Tests.Shared;

namespace TransformationPortal.Core.Tests.Looks;

public sealed class LogoFileTests
{
    [Fact]
    public void Read_AWholePicture_KnowsItsKindAndSize()
    {
        var png = Pictures.Png(300, 80);
        Assert.Equal((LogoFormat.Png, 300, 80, png.Length), Facts(png));
        var jpeg = Pictures.Jpeg(1200, 500);
        Assert.Equal((LogoFormat.Jpeg, 1200, 500, jpeg.Length), Facts(jpeg));

        // One that moves is a PNG with more chunks.
        var moving = Pictures.Png(40, 40, ("acTL", [0, 0, 0, 1, 0, 0, 0, 0]));
        Assert.Equal((LogoFormat.Png, 40, 40, moving.Length), Facts(moving));
    }

    [Fact]
    public void Read_WhatStandsBehindThePicture_IsLeftOut()
    {
        foreach (var picture in (byte[][])[Pictures.Png(30, 30), Pictures.Jpeg(30, 30)])
        {
            var (read, problem) = LogoFile.Read((byte[])[.. picture, .. "<script>alert(1)</script>"u8]);
            Assert.Null(problem);
            Assert.Equal(picture, read!.Bytes.ToArray());
        }
    }

    [Fact]
    public void Read_APictureCutOffAnywhere_IsRefused()
    {
        foreach (var picture in (byte[][])[Pictures.Png(30, 30), Pictures.Jpeg(30, 30)])
        {
            for (var length = 0; length < picture.Length; length++)
            {
                Assert.NotNull(LogoFile.Read(picture.AsMemory(0, length)).Problem);
            }
        }
    }

    [Fact]
    public void Read_AnyDamage_IsReadOrRefusedAndNeverMore()
    {
        var random = new Random(17);
        foreach (var picture in (byte[][])[Pictures.Png(30, 30), Pictures.Jpeg(30, 30)])
        {
            for (var i = 0; i < 5000; i++)
            {
                var damaged = picture.ToArray();
                for (var n = random.Next(1, 6); n > 0; n--)
                {
                    damaged[random.Next(damaged.Length)] = (byte)random.Next(256);
                }

                var (read, problem) = LogoFile.Read(damaged);
                Assert.True(read is null != problem is null);
                Assert.True(read is null || (read.Width is >= 24 and <= 2000 && read.Height is >= 24 and <= 2000 && read.Bytes.Length <= damaged.Length));
            }
        }
    }

    [Fact]
    public void Read_APictureWithoutItsPixels_IsRefused()
    {
        const string Damaged = "The PNG picture is damaged or not whole. Save it again and choose the new file.";
        Assert.Equal(Damaged, LogoFile.Read(Pictures.PngOf(300, 80, [.. "nonsense"u8])).Problem);
        Assert.Equal(Damaged, LogoFile.Read(Pictures.PngOf(2000, 2000, Packed(1))).Problem);
        Assert.Equal(Damaged, LogoFile.Read(Pictures.PngOf(30, 30, Packed((30 * 91) - 1))).Problem);
        Assert.Null(LogoFile.Read(Pictures.PngOf(30, 30, Packed(30 * 91))).Problem);

        // One bit of the pixels is another, and the checksum is not.
        var picture = Pictures.Png(300, 80);
        picture[^20] ^= 1;
        Assert.Equal(Damaged, LogoFile.Read(picture).Problem);
    }

    [Fact]
    public void Read_WhatIsNoLogo_SaysWhyAndWhatToDo()
    {
        Assert.Equal("The file is empty. Choose a PNG or JPEG picture.", LogoFile.Read(default).Problem);
        foreach (var other in (byte[][])[[.. "GIF89a"u8, .. new byte[60]], [.. "<svg xmlns='http://www.w3.org/2000/svg'><script/></svg>"u8], [.. "%PDF-1.7"u8], [.. "RIFF0000WEBPVP8 "u8], [0x89, 0x50]])
        {
            Assert.Equal("The file is not a PNG or JPEG picture. Save the logo as PNG and choose that file.", LogoFile.Read(other).Problem);
        }

        Assert.Equal("The PNG picture is damaged or not whole. Save it again and choose the new file.", LogoFile.Read(Pictures.Png(30, 30).AsMemory()[..^1]).Problem);
        Assert.Equal("The JPEG picture is damaged or not whole. Save it again and choose the new file.", LogoFile.Read(Pictures.Jpeg(30, 30).AsMemory()[..^1]).Problem);
        Assert.Equal("The picture is 23 by 40 pixels. Each side must have between 24 and 2,000.", LogoFile.Read(Pictures.Png(23, 40)).Problem);
        Assert.Equal("The picture is 2001 by 40 pixels. Each side must have between 24 and 2,000.", LogoFile.Read(Pictures.Jpeg(2001, 40)).Problem);
        Assert.StartsWith("The file is larger than 256 KB.", LogoFile.Read(new byte[LogoFile.MostBytes + 1]).Problem, StringComparison.Ordinal);
        Assert.Null(LogoFile.Read(Pictures.Png(2000, 24)).Problem);
    }

    private static byte[] Packed(int bytes)
    {
        using var packed = new MemoryStream();
        using (var writer = new ZLibStream(packed, CompressionLevel.Fastest, leaveOpen: true))
        {
            writer.Write(new byte[bytes]);
        }

        return packed.ToArray();
    }

    private static (LogoFormat, int, int, int) Facts(byte[] file)
    {
        var (picture, problem) = LogoFile.Read(file);
        Assert.Null(problem);
        return (picture!.Format, picture.Width, picture.Height, picture.Bytes.Length);
    }
}
