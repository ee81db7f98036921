namespace TypedWebhookAlerts.AotSmoke.Alerts.Names;

internal static class NameScene
{
    public static void Raise()
    {
        OddNames.Keywords("order", "placed", "shop");
        OddNames.Locals("a", 1, 2, "b");
        OddNames.Scripts(1.75, "ネリー", "Нелли");
        OddNames.Renderers("r", "a", 3);
        OddNames.@switch(4);
        OddNames.Contextual(1, 2, 3, 4);
        OddNames.Template("\u202Etext\ud800");
        OddNames.RawTemplate(2);
        OddNames.Verbatim("stats");
        OddNames.Concatenated("name");
        Case.Raise(1);
        CASE.Raise(2);
    }
}
