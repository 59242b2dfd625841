using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.ModelBinding.Validation;

namespace TransformationPortal.Web.Editions;

/// <summary>Marks a type that an action takes as a parameter and that a binder reads from the whole address.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class FromAddressAttribute : ModelBinderAttribute
{
    /// <param name="binder">The binder that reads it.</param>
    public FromAddressAttribute(Type binder)
        : base(binder) => BindingSource = BindingSource.Special;
}

/// <summary>
/// Reads a parameter of an action from the address. Where the address names nothing, the action is not run:
/// <see cref="AddressProblemFilter"/> gives the answer that the binder left.
/// </summary>
public abstract class AddressBinder<T> : IModelBinder
    where T : class
{
    public async Task BindModelAsync(ModelBindingContext bindingContext)
    {
        var context = bindingContext.HttpContext;
        var (value, problem) = await ReadAsync(context);
        if (value is null)
        {
            context.Features.Set(new AddressProblem(problem!));
            bindingContext.Result = ModelBindingResult.Failed();
            return;
        }

        // What the portal read itself need not be walked through, property by property, in search of mistakes.
        bindingContext.ValidationState[value] = new ValidationStateEntry { SuppressValidation = true };
        bindingContext.Result = ModelBindingResult.Success(value);
    }

    /// <summary>What the address names, or the answer where it names nothing.</summary>
    protected abstract Task<AddressReading<T>> ReadAsync(HttpContext context);
}

/// <summary>The answer to an address that a binder could not read.</summary>
internal sealed record AddressProblem(IActionResult Answer);

/// <summary>Answers an address that a binder could not read, in place of the action.</summary>
internal sealed class AddressProblemFilter : IActionFilter, IOrderedFilter
{
    /// <summary>Last: a page that says what is missing in an edition still shows which edition that is.</summary>
    public int Order => int.MaxValue;

    public void OnActionExecuting(ActionExecutingContext context) =>
        context.Result = context.HttpContext.Features.Get<AddressProblem>()?.Answer;

    public void OnActionExecuted(ActionExecutedContext context)
    {
    }
}
