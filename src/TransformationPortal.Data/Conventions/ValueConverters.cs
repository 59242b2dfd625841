using Microsoft.EntityFrameworkCore.Storage.ValueConversion;
using TransformationPortal.Core;

namespace TransformationPortal.Data.Conventions;

/// <summary>An amount as its pounds.</summary>
internal sealed class MoneyConverter() : ValueConverter<Money, decimal>(money => money.Pounds, stored => new Money(stored));

/// <summary>A moment in UTC. Neither database keeps the kind of a moment, so it is said again when it is read.</summary>
internal sealed class UtcDateTimeConverter()
    : ValueConverter<DateTime, DateTime>(moment => moment, stored => DateTime.SpecifyKind(stored, DateTimeKind.Utc));
