using Microsoft.CodeAnalysis;
using TypedWebhookAlerts.Generators.Emission;
using TypedWebhookAlerts.Generators.Model;
using TypedWebhookAlerts.Generators.Parsing;

namespace TypedWebhookAlerts.Generators;

/// <summary>Writes the bodies of methods marked <c>[WebhookAlert]</c>, and what the library must know of
/// them.</summary>
/// <remarks>It reports nothing: what is wrong with a declaration is said by the analyzers.</remarks>
[Generator(LanguageNames.CSharp)]
public sealed class AlertGenerator : IIncrementalGenerator
{
    /// <inheritdoc/>
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        // What the project declares equals itself until a declaration changes: typing in a body ends here.
        var declarations = context.CompilationProvider
            .Select(static (compilation, _) => new ProjectDeclarations(compilation))
            .WithTrackingName(TrackingNames.Declarations);

        // Every marked method becomes a model that equals itself until something it shows changes.
        var alerts = declarations
            .SelectMany(static (declarations, cancellation) => declarations.Read(cancellation))
            .WithTrackingName(TrackingNames.Alerts);

        // The alerts of one type are one file, so an edit rebuilds only the file of the type it is in.
        var containers = alerts
            .Collect()
            .SelectMany(static (alerts, _) => AlertContainers.Group(alerts))
            .WithTrackingName(TrackingNames.Containers);

        // Each container is written once, as text.
        context.RegisterSourceOutput(containers, static (context, container)
            => context.AddSource($"{container.DescriptorClass}.g.cs", ContainerEmitter.Emit(container)));

        // The list of all alerts holds their names alone, so an edit of one of them leaves it as it is.
        var catalog = containers
            .Select(static (container, _) => new AlertCatalog(new(DescriptorNames.InCatalog(container))))
            .Collect()
            .Select(static (parts, _) => new AlertCatalog(new(parts.SelectMany(part => part.Descriptors))))
            .WithTrackingName(TrackingNames.Catalog);
        context.RegisterSourceOutput(catalog, static (context, catalog) =>
        {
            if (catalog.Descriptors.Count > 0)
            {
                context.AddSource("AlertCatalog.g.cs", CatalogEmitter.Emit(catalog));
            }
        });
    }
}
