using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.Extensions.Options;
using Microsoft.OpenApi;
using TransformationPortal.Core;
using TransformationPortal.Core.Periods;

namespace TransformationPortal.Web.Setup;

/// <summary>How programs are told what the API answers: every member of an edition, who may ask, and what else may come.</summary>
internal static class OpenApiSetup
{
    private const string Session = "session";

    public static void AddApiDescription(this IServiceCollection services)
    {
        // A number is a number, and never a text that holds one.
        services.ConfigureHttpJsonOptions(o => o.SerializerOptions.NumberHandling = JsonNumberHandling.Strict);
        services.AddOpenApi(o =>
        {
            o.AddDocumentTransformer(static (document, context, _) =>
            {
                var cookie = context.ApplicationServices.GetRequiredService<IOptionsMonitor<CookieAuthenticationOptions>>().Get(IdentityConstants.ApplicationScheme).Cookie.Name;
                document.Info = new()
                {
                    Title = "Transformation Portal",
                    Version = "1",
                    Description = "Published quarters, to be read by programs. The same people may read them as may read the pages.",
                };
                document.Components ??= new();
                document.Components.SecuritySchemes ??= new Dictionary<string, IOpenApiSecurityScheme>(StringComparer.Ordinal);
                document.Components.SecuritySchemes[Session] = new OpenApiSecurityScheme
                {
                    Type = SecuritySchemeType.ApiKey, In = ParameterLocation.Cookie, Name = cookie,
                    Description = "The session of somebody who has signed in. Not needed where the council lets the public read.",
                };
                document.Security = [new OpenApiSecurityRequirement { [new OpenApiSecuritySchemeReference(Session, document)] = [] }];
                return Task.CompletedTask;
            });
            o.AddOperationTransformer(static (operation, _, _) =>
            {
                operation.Responses ??= [];
                operation.Responses["304"] = new OpenApiResponse { Description = "Not modified: what the entity tag in If-None-Match names is still so." };
                operation.Responses["401"] = new OpenApiResponse { Description = "Nobody has signed in." };
                return Task.CompletedTask;
            });
            o.AddSchemaTransformer(static (schema, context, _) =>
            {
                Describe(schema, Nullable.GetUnderlyingType(context.JsonTypeInfo.Type) ?? context.JsonTypeInfo.Type);
                return Task.CompletedTask;
            });
        });
    }

    // Values that an edition writes as one number or one text.
    private static void Describe(OpenApiSchema schema, Type type)
    {
        if (type == typeof(Money))
        {
            Become(schema, JsonSchemaType.Number, "Pounds.");
        }
        else if (type == typeof(FinancialYear))
        {
            Become(schema, JsonSchemaType.String, "A financial year, 1 April to 31 March: 2019/20.", @"^\d{4}/\d{2}$");
        }
        else if (type == typeof(Quarter))
        {
            Become(schema, JsonSchemaType.String, "A quarter of a financial year: 2019/20 Q1.", @"^\d{4}/\d{2} Q[1-4]$");
        }
        else if (type == typeof(ReportingMonth))
        {
            Become(schema, JsonSchemaType.String, "A month: 2019-06.", @"^\d{4}-\d{2}$");
        }
        else if (type.IsEnum)
        {
            Become(schema, JsonSchemaType.String, null);
            schema.Enum = [.. Enum.GetNames(type).Select(name => JsonValue.Create(name))];
        }
    }

    private static void Become(OpenApiSchema schema, JsonSchemaType type, string? description, string? pattern = null)
    {
        (schema.Type, schema.Format, schema.Pattern, schema.Properties, schema.Required, schema.Enum) = (type, null, pattern, null, null, null);
        schema.Description = description ?? schema.Description;
    }
}
