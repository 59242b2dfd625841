namespace TransformationPortal.Web.Editions;

/// <summary>Opens the edition that the address of a page names.</summary>
internal sealed class OpenedEditionBinder(EditionAddress address) : AddressBinder<OpenedEdition>
{
    protected override Task<AddressReading<OpenedEdition>> ReadAsync(HttpContext context) => address.OpenAsync(context);
}
