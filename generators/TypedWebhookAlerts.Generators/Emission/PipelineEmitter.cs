using TypedWebhookAlerts.Generators.Model;

namespace TypedWebhookAlerts.Generators.Emission;

/// <summary>Writes how the pipeline that takes an alert is read.</summary>
internal static class PipelineEmitter
{
    /// <summary>The pipeline as an expression. Not for one whose reading is guarded.</summary>
    public static string Expression(PipelineRead pipeline)
        => pipeline.Source is null ? RuntimeNames.Ambient : $"{pipeline.Source} ?? {RuntimeNames.Ambient}";

    /// <summary>The names that are free for locals: not the alert's parameters and type parameters (CS0412), nor a
    /// constructor's that is the pipeline.</summary>
    public static NameScope CreateScope(AlertMethod alert)
    {
        var taken = alert.Signature.ParameterNames.Concat(alert.Signature.TypeParameters.Split('<', ',', ' ', '>'));
        return new(alert.Pipeline.Source is { } source ? taken.Append(source.TrimStart('@')) : taken);
    }

    /// <summary>Reads the pipeline into a local.</summary>
    public static void EmitLocal(SourceBuilder code, PipelineRead pipeline, string local)
    {
        if (!pipeline.IsGuarded)
        {
            code.Line($"var {local} = {Expression(pipeline)};");
            return;
        }

        code.Line($"var {local} = {RuntimeNames.Ambient};");
        using (code.Block("try"))
        {
            code.Line($"{local} = {pipeline.Source} ?? {local};");
        }

        using (code.Block($"catch ({RuntimeNames.Exception})"))
        {
            code.Line("// Your property threw; the ambient pipeline stands in.");
        }

        code.Line();
    }
}
