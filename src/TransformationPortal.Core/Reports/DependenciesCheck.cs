namespace TransformationPortal.Core.Reports;

/// <summary>A dependency names another project of the programme, what is needed and by when, and is rated with a reason.</summary>
internal static class DependenciesCheck
{
    public static void Check(ReportContent content, ReportContext context, ReportFindings findings)
    {
        findings.Rows("Dependencies", content.Dependencies.Count, ReportLimits.Dependencies, "dependencies");
        foreach (var dependency in content.Dependencies)
        {
            Check(dependency, context, findings);
        }

        findings.Once(content.Dependencies, d => d.What is null ? null : $"{d.Needs} {d.What}", d => ReportFields.Dependency(d.Key, nameof(d.What)),
            d => $"“{d.What}” stands in the list twice: keep one.");
    }

    private static void Check(DependencyEntry dependency, ReportContext context, ReportFindings findings)
    {
        string Field(string part) => ReportFields.Dependency(dependency.Key, part);
        if (string.IsNullOrWhiteSpace(dependency.Needs))
        {
            findings.Missing(Field(nameof(dependency.Needs)), "Say which project this one depends on.");
        }
        else if (!findings.IsCode(Field(nameof(dependency.Needs)), dependency.Needs))
        {
            return;
        }
        else if (dependency.Needs == context.Project.Code)
        {
            findings.Wrong(Field(nameof(dependency.Needs)), "A project does not depend on itself: choose another project.");
        }
        else if (!context.Projects.Any(p => p.Code == dependency.Needs))
        {
            findings.Wrong(Field(nameof(dependency.Needs)), $"There is no project {ReportWords.Named(dependency.Needs, "of this code")} in the programme: choose one from the list.");
        }

        findings.Text(Field(nameof(dependency.What)), dependency.What, ReportLimits.Sentence, "what is needed", "Say what is needed of the other project.");
        if (dependency.NeededBy is null)
        {
            findings.Missing(Field(nameof(dependency.NeededBy)), "Say by which day it is needed.");
        }

        if (dependency.Rag is null)
        {
            findings.Missing(Field(nameof(dependency.Rag)), "Rate the dependency: red, amber or green.");
        }

        findings.Text(Field(nameof(dependency.Reason)), dependency.Reason, ReportLimits.Paragraph, "the reason of the dependency’s rating",
            dependency.Rag is { } rag ? $"Say why the dependency is {rag.ToString().ToLowerInvariant()}." : null);
    }
}
