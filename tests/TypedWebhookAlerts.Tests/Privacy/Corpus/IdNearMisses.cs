using System.Buffers.Text;
using System.Globalization;
using System.Text;

namespace TypedWebhookAlerts.Tests.Privacy.Corpus;

/// <summary>Hashes, ids and numbers: what chance made, and opens nothing.</summary>
internal static class IdNearMisses
{
    public static IEnumerable<NearMissKind> All { get; } =
    [
        NearMissKind.Part("git sha", "<hex:40>", "commit <hex:40>", "at <hex:40>", "HEAD is now at <hex:40>"),
        NearMissKind.Part("short git sha", "<hex:7-12>"),
        NearMissKind.Part("git range", "<hex:40>..<hex:40>"),
        NearMissKind.Part("md5", "<hex:32>", "md5:<hex:32>", "MD5 = <hex:32>"),
        NearMissKind.Part("sha256 in hex", "<hex:64>", "sha256:<hex:64>", "sha256=<hex:64>", "SHA256(file)= <hex:64>"),
        NearMissKind.Part("sha512 in hex", "<hex:128>"),
        NearMissKind.Part("integrity hash", "sha256-<bytes:32>", "sha384-<bytes:48>", "sha512-<bytes:64>"),
        NearMissKind.Part(
            "hash in base64", "SHA-256 <bytes:32>", "hash: <bytes:32>", "digest <bytes:32>", "checksum=<bytes:32>"),
        NearMissKind.Part("image digest", "ghcr.io/shop/<word>@sha256:<hex:64>"),
        NearMissKind.Part("guid", "<guid>", "{<guid>}", "<hex:32>", "(<guid>)"),
        NearMissKind.Part("guid in capitals", "<HEX:8>-<HEX:4>-4<HEX:3>-A<HEX:3>-<HEX:12>"),
        NearMissKind.Part("snowflake", "<snowflake>"),
        NearMissKind.Part("mention", "<@<snowflake>>", "<@!<snowflake>>", "<@&<snowflake>>", "<#<snowflake>>"),
        NearMissKind.Part("custom emoji", "<:<word>:<snowflake>>", "<a:<word>:<snowflake>>"),
        NearMissKind.Part("ulid", "01<crockford:24>"),
        NearMissKind.Part("object id", "<hex:24>"),
        NearMissKind.Part("traceparent", "00-<hex:32>-<hex:16>-01", "00-<hex:32>-<hex:16>-00"),
        NearMissKind.Part("trace id", "TraceId: <hex:32>", "trace_id=<hex:32>", "SpanId:<hex:16>", "traceId <hex:32>"),
        NearMissKind.Part(
            "request id", "RequestId: 0HN<base32:10>:0000000<digits:1>", "requestId=<guid>",
            "x-request-id: <upper:16>"),
        NearMissKind.Part(
            "correlation id", "CorrelationId: <guid>", "correlation-id=<alnum:22>", "ConnectionId <base64url:22>"),
        NearMissKind.Part("etag", "ETag: W/\"<hex:16>\"", "ETag: \"<hex:32>\"", "If-None-Match: \"<hex:32>\""),
        new("iso time", true, Time),
        NearMissKind.Part(
            "version", "v<number>.<number>.<number>", "10.0.1-preview.3.<digits:5>.4+<hex:40>",
            "1.2.3-alpha.<digits:8>+build.<hex:8>"),
        NearMissKind.Part(
            "number", "<digits:6>", "<digits:12>", "<digits:19>", "-<digits:9>", "<digits:3>.<digits:15>",
            "1.<digits:7>E+<digits:2>", "0x<hex:16>"),
        NearMissKind.Part(
            "telephone number", "+49 30 <digits:3> <digits:4>", "+1-202-<digits:3>-<digits:4>", "0<digits:9>"),
        NearMissKind.Part(
            "mac address", "<hex:2>:<hex:2>:<hex:2>:<hex:2>:<hex:2>:<hex:2>",
            "<HEX:2>-<HEX:2>-<HEX:2>-<HEX:2>-<HEX:2>-<HEX:2>"),
        NearMissKind.Part(
            "ip address", "10.<digits:2>.<digits:2>.<digits:2>", "tcp://192.168.<digits:2>.1:443",
            "client 172.16.0.0/12"),
        NearMissKind.Part("ipv6 address", "2001:db8:<hex:4>:<hex:4>::1", "[fe80::<hex:4>:<hex:4>]:443"),
        NearMissKind.Part(
            "hex dump", "00000010  <hex:2> <hex:2> <hex:2> <hex:2> <hex:2> <hex:2> <hex:2> <hex:2>  |........|"),
        NearMissKind.Part(
            "base64 image", "data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAA<bytes:300>",
            "data:image/jpeg;base64,/9j/4AAQSkZJRgABAQAAAQABAAD/<bytes:300>",
            "data:image/gif;base64,R0lGODlhAQABAIAAAAUEBA<bytes:300>"),
        new("base64 text", true, chance => Encoded("The <word> of <word> has <number> items, says <word>", "", chance)),
        new("cursor", true, chance => Encoded("{\"id\":<digits:6>,\"dir\":\"next\"}", "cursor=", chance)),
        NearMissKind.Part("order number", "ORD-2026-<digits:6>", "INV<digits:4-10>", "RMA-<digits:8>", "TWA<digits:4>"),
        NearMissKind.Part(
            "account number", "DE89 3704 0044 0532 0130 00", "4111 1111 1111 1111", "tracking 1Z<upper:16>"),
        NearMissKind.Part("css colour", "#<hex:6>", "color: #<hex:8>", "rgba(12, 34, 56, 0.5)"),
        NearMissKind.Text("public key", Pem("PUBLIC KEY", 7)),
        NearMissKind.Text("certificate", $"The certificate\n{Pem("CERTIFICATE", 14)}\nis not trusted"),
        NearMissKind.Part("certificate thumbprint", "thumbprint <HEX:40>"),
        NearMissKind.Part("ssh public key", "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAI<base64:43> bob@laptop"),
        NearMissKind.Part("ssh fingerprint", "SHA256:<base64:43>"),
    ];

    private static Fragment Time(Chance chance) => new(Filling.Time(chance).ToString(
        chance.Pick("O", "yyyy-MM-ddTHH:mm:ssZ", "yyyyMMddTHHmmssZ", "R", "u"), CultureInfo.InvariantCulture));

    private static Fragment Encoded(string shape, string before, Chance chance)
        => new(before + Base64Url.EncodeToString(Encoding.UTF8.GetBytes(Filling.Of(shape, chance))));

    private static string Pem(string label, int lines)
        => $"-----BEGIN {label}-----\n{string.Concat(Enumerable.Repeat("<base64:64>\n", lines))}-----END {label}-----";
}
