using Microsoft.AspNetCore.Mvc;

namespace TransformationPortal.Web.Editions;

/// <summary>An address as it was read: what it names, or how it is answered where it names nothing.</summary>
public readonly record struct AddressReading<T>(T? Value, IActionResult? Problem)
    where T : class
{
    public static implicit operator AddressReading<T>(T value) => new(value, null);

    public static implicit operator AddressReading<T>(ActionResult problem) => new(null, problem);
}
