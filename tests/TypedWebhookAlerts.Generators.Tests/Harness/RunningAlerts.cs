using System.Reflection;
using Microsoft.CodeAnalysis;

namespace TypedWebhookAlerts.Generators.Tests.Harness;

/// <summary>Sources with alerts, compiled with their generated code and loaded: their class <c>A</c> can be called.
/// </summary>
internal sealed class RunningAlerts
{
    private const string Ambient = "global::TypedWebhookAlerts.WebhookAlerts.Pipeline";

    private readonly Type _type;

    private RunningAlerts(Type type) => _type = type;

    public static RunningAlerts Of(string source) => Of(source, UseProbe);

    /// <summary>The same without a probe: what is called is the library's own ambient pipeline.</summary>
    public static RunningAlerts OnTheAmbientPipeline(string source) => Of(source, generated => generated);

    public Type TypeOf(string name) => _type.Assembly.GetType(name, throwOnError: true)!;

    /// <summary>Calls an alert and takes what it wrote.</summary>
    public ProbedAlert? Raise(string method, params object?[] arguments)
    {
        var probe = new ProbePipeline();
        Call(probe, method, arguments);
        return probe.Take();
    }

    /// <summary>Calls a method of the class and gives its answer.</summary>
    public object? Call(ProbePipeline probe, string method, params object?[] arguments)
    {
        ProbePipeline.Current = probe;
        var found = _type.GetMethods(BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic)
            .Single(candidate => candidate.Name == method);
        return found.Invoke(null, BindingFlags.DoNotWrapExceptions, null, arguments, null);
    }

    /// <summary>Calls a generic alert.</summary>
    public void CallGeneric<T>(ProbePipeline probe, string method, params object?[] arguments)
    {
        ProbePipeline.Current = probe;
        _type.GetMethod(method)!.MakeGenericMethod(typeof(T))
            .Invoke(null, BindingFlags.DoNotWrapExceptions, null, arguments, null);
    }

    private static RunningAlerts Of(string source, Func<string, string> adapt)
    {
        var generation = Generation.Of(TestSources.Usings + source);
        var compilation = TestSources
            .Compile(
                [TestSources.Usings + source,
                .. generation.Result.GeneratedSources.Select(file => adapt(file.SourceText.ToString()))])
            .AddReferences(MetadataReference.CreateFromFile(typeof(ProbePipeline).Assembly.Location));
        using var image = new MemoryStream();
        var emitted = compilation.Emit(image, cancellationToken: TestContext.Current.CancellationToken);
        Assert.DoesNotContain(emitted.Diagnostics, found
            => found.Severity >= DiagnosticSeverity.Warning && found.Id != "CS1591");
        return new RunningAlerts(Assembly.Load(image.ToArray()).GetType("A", throwOnError: true)!);
    }

    // A tracker is opened on no pipeline: the probe is none.
    private static string UseProbe(string generated)
    {
        var probe = $"global::{typeof(ProbePipeline).FullName}.{nameof(ProbePipeline.Current)}";
        return generated
            .Replace(Ambient, probe, StringComparison.Ordinal)
            .Replace(".Open(__pipeline,", ".Open(null!,", StringComparison.Ordinal);
    }
}
