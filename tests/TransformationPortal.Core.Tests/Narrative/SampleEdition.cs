using TransformationPortal.Core.Editions;

namespace TransformationPortal.Core.Tests.Narrative;

/// <summary>The sample's published quarter.</summary>
internal static class SampleEdition
{
    public static Edition Edition { get; } = EditionJson.Read(File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "Editions", "sample-schema-1.json")));
}
