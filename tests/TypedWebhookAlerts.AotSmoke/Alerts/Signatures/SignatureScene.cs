namespace TypedWebhookAlerts.AotSmoke.Alerts.Signatures;

internal static class SignatureScene
{
    public static void Raise()
    {
        var big = 79_228_162_514m;
        SignatureAlerts.InAndDefault(1);
        SignatureAlerts.RefReadonly(in big);
        SignatureAlerts.Scoped("scoped");
        SignatureAlerts.ParamsArray(1, 2, 3);
        SignatureAlerts.ParamsList(1, 2, 3, 4);
        SignatureAlerts.ParamsSpan("a", "b");
        SignatureAlerts.Generic("text");
        SignatureAlerts.Generic(12.5);
        SignatureAlerts.Generic<object?>(null);
        SignatureAlerts.Constrained(new Node("node", null));
        SignatureAlerts.Unmanaged(48879);
        SignatureAlerts.AnyEnum(DayOfWeek.Friday);
        SignatureAlerts.Nullable<int>(null);
        SignatureAlerts.Nullable<TimeSpan>(TimeSpan.FromSeconds(1));
        SignatureAlerts.Expression(1 + 1 == 2);
        SignatureAlerts.Caller();
        SignatureAlerts.Dynamic("dynamic");
        SignatureAlerts.Tuple(("pair", 2));
        SignatureAlerts.Deep(new Node("a", new Node("b", new Node("c", null))));
        SignatureAlerts.Deep(null);
        SignatureAlerts.Overload(1);
        SignatureAlerts.Overload("one");
        SignatureAlerts.Overload("one", 1);
        SignatureAlerts.Annotated(null);
        SignatureAlerts.Nothing();
        SignatureAlerts.Ten(1, 2, 3, 4, 5, 6, 7, 8, 9, 10);
        SignatureAlerts.TwentyFive(
            1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25);
        SignatureAlerts.UserStruct(new Point(3, 4));
        SignatureAlerts.UserStruct(null);
        SignatureAlerts.Throwing(new Thrower());
    }
}
