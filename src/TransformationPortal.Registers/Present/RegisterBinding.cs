using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using TransformationPortal.Data;

namespace TransformationPortal.Registers.Present;

/// <summary>Where the rows of a register are kept, and how one is written as cells.</summary>
internal abstract class RegisterBinding(RegisterDefinition register)
{
    public RegisterDefinition Register { get; } = register;

    /// <summary>A register whose columns say what they hold of a row of the programme.</summary>
    /// <param name="row">The row of the programme that an entity is.</param>
    public static RegisterBinding Of<T, TRow>(
        RegisterDefinition register, Func<PortalDbContext, IQueryable<T>> rows, Expression<Func<T, TRow>> row, IReadOnlyList<ColumnValue<TRow>> values)
        where T : class => new RegisterBinding<T, TRow>(register, rows, row.Compile(), values);

    /// <summary>The type of the entities that are its rows.</summary>
    public abstract Type Entity { get; }

    /// <summary>The entities that are its rows now, in the register's order, tracked; those that are retired among them.</summary>
    public abstract Task<IReadOnlyList<object>> LoadAsync(PortalDbContext context, CancellationToken ct);

    /// <summary>The cells of a row, in the order of the register's columns.</summary>
    public abstract IReadOnlyList<string> Cells(object entity);
}

/// <inheritdoc cref="RegisterBinding"/>
/// <typeparam name="T">The type of the entities.</typeparam>
/// <typeparam name="TRow">What the columns speak of.</typeparam>
/// <param name="rows">Which of them belong to the register, in its order; what their cells name must be tracked already or be included.</param>
/// <param name="row">What an entity is to the columns.</param>
/// <param name="values">What each column says of a row, in any order; every column once.</param>
internal class RegisterBinding<T, TRow>(
    RegisterDefinition register, Func<PortalDbContext, IQueryable<T>> rows, Func<T, TRow> row, IReadOnlyList<ColumnValue<TRow>> values)
    : RegisterBinding(register)
    where T : class
{
    private readonly RowCells<TRow> cells = new(register, values);

    public override Type Entity => typeof(T);

    public override async Task<IReadOnlyList<object>> LoadAsync(PortalDbContext context, CancellationToken ct) => await rows(context).ToListAsync(ct);

    public override IReadOnlyList<string> Cells(object entity) => cells.Of(row((T)entity));
}

/// <inheritdoc cref="RegisterBinding{T, TRow}"/>
internal sealed class RegisterBinding<T>(
    RegisterDefinition register, Func<PortalDbContext, IQueryable<T>> rows, params ColumnValue<T>[] values)
    : RegisterBinding<T, T>(register, rows, entity => entity, values)
    where T : class;
