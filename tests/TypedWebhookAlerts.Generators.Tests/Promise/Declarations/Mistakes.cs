namespace TypedWebhookAlerts.Generators.Tests.Promise.Declarations;

/// <summary>Makes declarations wrong, each in a way that a rule refuses.</summary>
internal static class Mistakes
{
    private static readonly Func<Declaration, Declaration>[] s_all =
    [
        right => right with { Template = right.Template + "{nobody}" },
        right => right with { Template = right.Template + "{p0" },
        right => With(right, new DeclaredParameter(ParameterKinds.Text, "wrong", []), "{wrong.Nothing}"),
        right => right with { Template = "", Title = null, Footer = null, Parameters = [] },
        right => With(right, new DeclaredParameter(ParameterKinds.Text, "wrong", ["UserId"]), ""),
        right => With(right, new DeclaredParameter(Kind("int"), "wrong", []), "{wrong:Q}"),
        right => With(right, new DeclaredParameter(Kind("System.DateTime"), "wrong", []), "{wrong:<t:q>}"),
        right => With(right, new DeclaredParameter(ParameterKinds.Text, "wrong", []), "{wrong,99999}"),
        right => With(right, new DeclaredParameter(ParameterKinds.Text, "wrong", ["AlertKey", "Secret"]), ""),
        right => right with { Settings = new Dictionary<string, string> { ["Color"] = "0x1000000" } },
    ];

    public static Declaration Make(Declaration right, int kind) => s_all[kind % s_all.Length](right);

    private static Declaration With(Declaration right, DeclaredParameter parameter, string hole)
        => right with { Parameters = [.. right.Parameters, parameter], Template = right.Template + hole };

    private static ParameterKind Kind(string type) => ParameterKinds.All.First(kind => kind.Type == type);
}
