using System.Net.Http.Headers;
using System.Text;
using TransformationPortal.Registers;
using TransformationPortal.Registers.Workbooks;
using TransformationPortal.Web.Tests.Support;

namespace TransformationPortal.Web.Tests.Registers;

/// <summary>Downloads and uploads registers as a browser does.</summary>
internal static class WorkbookForms
{
    public static byte[] Xlsx(IReadOnlyList<RegisterTable> tables) => WorkbookWriter.Write(tables, new WorkbookFace(null, new DateOnly(2019, 7, 12)));

    public static async Task<RegisterFile> DownloadAsync(this HttpClient client, string address = "/pmo/workbook.xlsx")
    {
        using var answer = await client.GetAsync(new Uri(address, UriKind.Relative));
        Assert.Equal((200, WorkbookTemplate.MediaType), ((int)answer.StatusCode, answer.Content.Headers.ContentType?.MediaType));
        return WorkbookReader.Read(new MemoryStream(await answer.Content.ReadAsByteArrayAsync()));
    }

    public static Task<HttpResponseMessage> UploadAsync(this HttpClient client, byte[] file, string name = "programme.xlsx") => client.UploadAsync("/pmo/workbook", (name, file));

    public static Task<HttpResponseMessage> UploadAsync(this HttpClient client, string csv, string name) => client.UploadAsync("/pmo/workbook", (name, Encoding.UTF8.GetBytes(csv)));

    /// <summary>Fills in the page's form with files and sends it.</summary>
    public static async Task<HttpResponseMessage> UploadAsync(this HttpClient client, string page, params IReadOnlyList<(string Name, byte[] Content)> files)
    {
        var form = (await client.PageAsync(page)).Form("form[enctype='multipart/form-data']");
        using var content = new MultipartFormDataContent();
        content.Add(new StringContent(form.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!), "__RequestVerificationToken");
        foreach (var (name, bytes) in files)
        {
            var part = new ByteArrayContent(bytes);
            part.Headers.ContentType = new MediaTypeHeaderValue("application/octet-stream");
            content.Add(part, "file", name);
        }

        return await client.PostAsync(new Uri(form.GetAttribute("action")!, UriKind.Relative), content);
    }
}
