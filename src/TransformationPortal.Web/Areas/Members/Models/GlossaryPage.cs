using TransformationPortal.Core.Programmes;
using TransformationPortal.Web.Text;

namespace TransformationPortal.Web.Areas.Members.Models;

/// <summary>The portal's words, and before them the council's own.</summary>
/// <param name="Words">Those of the latest published edition.</param>
public sealed record GlossaryPage(Glossary Portal, IReadOnlyList<CouncilWord> Words);
