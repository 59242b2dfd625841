using TransformationPortal.Core.Periods;
using TransformationPortal.Data.Editions;
using TransformationPortal.Data.Import;

namespace TransformationPortal.Data;

/// <summary>The sample programme that travels with the portal.</summary>
public sealed class SampleProgramme(PortalDbContext context, ProgrammeImport import, EditionStore editions)
{
    /// <summary>Who is said to have published it.</summary>
    public const string Publisher = "Programme Management Office (sample)";

    /// <summary>The quarter that it is published for.</summary>
    public static Quarter Quarter { get; } = new(new FinancialYear(2019), 1);

    /// <summary>Where its registers lie.</summary>
    public static string Folder => Path.Combine(AppContext.BaseDirectory, "Sample");

    /// <summary>Imports the sample into a database without a programme and publishes its quarter: both, or neither.</summary>
    /// <returns>Whether it was loaded; <c>false</c> where there is a programme already.</returns>
    /// <exception cref="ImportRefusedException">A row of the sample is wrong; its problems name file, row, column and what was expected.</exception>
    public Task<bool> LoadAsync(CancellationToken ct) => LoadAsync(Folder, ct);

    internal async Task<bool> LoadAsync(string folder, CancellationToken ct)
    {
        if (!await import.IsEmptyAsync(ct))
        {
            return false;
        }

        var reading = ProgrammeImport.Check(await CsvRegisterReader.ReadFolderAsync(folder, ct));
        if (reading.Data is not { } data)
        {
            throw new ImportRefusedException(reading.Problems);
        }

        var loaded = false;
        await context.WriteAsync(
            async token =>
            {
                // Asked again under the transaction: another start of the portal may have been quicker.
                loaded = await import.IsEmptyAsync(token);
                if (loaded)
                {
                    await import.AddAsync(data, token);
                    await editions.AddFirstAsync(Quarter, Publisher, token);
                }
            },
            async token => !await import.IsEmptyAsync(token),
            ct);
        return loaded;
    }
}
