namespace TypedWebhookAlerts.Generators.Tests.Promise.Declarations;

/// <summary>Makes declarations wrong, each in a way that a rule refuses.</summary>
internal static class Mistakes
{
    private static readonly Func<Declaration, Declaration>[] s_all =
    [
        right => right with { Template = right.Template + "{nobody}" },
        right => right with { Template = right.Template + "{p0" },
        right => right with { Title = "{p0.Nothing}" },
        right => right with { Template = "", Title = null, Parameters = [] , Footer = null },
        right => right with
        {
            Parameters = [.. right.Parameters, new DeclaredParameter(ParameterKinds.All[0], "user", ["UserId"])],
        },
    ];

    public static Declaration Make(Declaration right, int kind) => s_all[kind % s_all.Length](right);
}
