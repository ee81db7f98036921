using System.Buffers.Text;
using System.Globalization;
using System.Text;

namespace TypedWebhookAlerts.Tests.Privacy.Corpus;

/// <summary>Hashes, ids and numbers: what chance made, and opens nothing.</summary>
internal static class IdNearMisses
{
    public static IEnumerable<NearMissKind> All { get; } =
    [
        NearMissKind.Part("git sha", chance => chance.Pick("", "commit ", "at ", "HEAD is now at ")
            + chance.Text(Alphabets.Hex, 40)),
        NearMissKind.Part("short git sha", chance => chance.Text(Alphabets.Hex, chance.Between(7, 12))),
        NearMissKind.Part("git range", chance => chance.Text(Alphabets.Hex, 40) + ".."
            + chance.Text(Alphabets.Hex, 40)),
        NearMissKind.Part("md5", chance => chance.Pick("", "md5:", "MD5 = ") + chance.Text(Alphabets.Hex, 32)),
        NearMissKind.Part("sha256 in hex", chance => chance.Pick("", "sha256:", "sha256=", "SHA256(file)= ")
            + chance.Text(Alphabets.Hex, 64)),
        NearMissKind.Part("sha512 in hex", chance => chance.Text(Alphabets.Hex, 128)),
        NearMissKind.Part("integrity hash", chance => chance.Pick(
            "sha256-" + chance.Base64(32), "sha384-" + chance.Base64(48), "sha512-" + chance.Base64(64))),
        NearMissKind.Part("hash in base64", chance => chance.Pick("SHA-256 ", "hash: ", "digest ", "checksum=")
            + chance.Base64(32)),
        NearMissKind.Part("image digest",
            chance => $"ghcr.io/shop/{Words.Word(chance)}@sha256:{chance.Text(Alphabets.Hex, 64)}"),
        NearMissKind.Part("guid", chance => new Guid(chance.Bytes(16)).ToString(chance.Pick("D", "B", "N", "P"))),
        NearMissKind.Part("guid in capitals", chance => new Guid(chance.Bytes(16)).ToString().ToUpperInvariant()),
        NearMissKind.Part("snowflake", Words.Snowflake),
        NearMissKind.Part("mention", chance => $"<{chance.Pick("@", "@!", "@&", "#")}{Words.Snowflake(chance)}>"),
        NearMissKind.Part("custom emoji", chance => $"<:{Words.Word(chance)}:{Words.Snowflake(chance)}>"),
        NearMissKind.Part("ulid", chance => "01" + chance.Text(Alphabets.Crockford, 24)),
        NearMissKind.Part("object id", chance => chance.Text(Alphabets.Hex, 24)),
        NearMissKind.Part("traceparent", chance
            => $"00-{chance.Text(Alphabets.Hex, 32)}-{chance.Text(Alphabets.Hex, 16)}-0{chance.Between(0, 2)}"),
        NearMissKind.Part("trace id", chance
            => chance.Pick("TraceId: ", "trace_id=", "SpanId:", "traceId ") + chance.Text(Alphabets.Hex, 32)),
        NearMissKind.Part("request id", chance => chance.Pick("RequestId: ", "requestId=", "request-id: ",
            "x-request-id: ")
            + chance.Pick("0HN" + chance.Text(Alphabets.Base32, 10) + ":0000000" + chance.Digits(1),
                new Guid(chance.Bytes(16)).ToString(),
                chance.Text(Alphabets.UpperAndDigits, 16))),
        NearMissKind.Part("correlation id", chance => chance.Pick("CorrelationId: ", "correlation-id=", "ConnectionId ")
            + chance.Pick(new Guid(chance.Bytes(16)).ToString(), chance.Text(Alphabets.LettersAndDigits, 22))),
        NearMissKind.Part("etag", chance => chance.Pick("ETag: W/\"", "ETag: \"", "If-None-Match: \"")
            + chance.Text(Alphabets.Hex, chance.Pick(16, 32)) + "\""),
        NearMissKind.Part("iso time", chance => Words.Time(chance).ToString(
            chance.Pick("O", "yyyy-MM-ddTHH:mm:ssZ", "yyyyMMddTHHmmssZ", "R", "u"), CultureInfo.InvariantCulture)),
        NearMissKind.Part("version", chance => chance.Pick(
            $"v{chance.Between(0, 30)}.{chance.Between(0, 30)}.{chance.Between(0, 9000)}",
            $"10.0.{chance.Between(0, 9)}-preview.{chance.Between(1, 8)}.{chance.Digits(5)}.4+{chance.Text(Alphabets.Hex, 40)}",
            $"1.2.3-alpha.{chance.Digits(8)}+build.{chance.Text(Alphabets.Hex, 8)}")),
        NearMissKind.Part("number", chance => chance.Pick(chance.Digits(6), chance.Digits(12), chance.Digits(19), "-"
            + chance.Digits(9),
            chance.Digits(3) + "." + chance.Digits(15), "1" + "." + chance.Digits(7) + "E+" + chance.Digits(2), "0x"
                + chance.Text(Alphabets.Hex, 16))),
        NearMissKind.Part("telephone number", chance => chance.Pick("+49 30 ", "+1-202-", "(020) ", "0")
            + chance.Digits(3) + chance.Pick(" ", "-") + chance.Digits(4)),
        NearMissKind.Part("mac address", chance => string.Join(chance.Pick(":", "-"),
            chance.Bytes(6).Select(part => part.ToString("x2", CultureInfo.InvariantCulture)))),
        NearMissKind.Part("ip address", chance => chance.Pick("", "tcp://", "client ") + string.Join('.',
            chance.Bytes(4)) + chance.Pick("", ":443", "/24")),
        NearMissKind.Part("ipv6 address", chance => "2001:db8:" + string.Join(':', Enumerable.Range(0,
            6).Select(_ => chance.Text(Alphabets.Hex, 4)))),
        NearMissKind.Part("hex dump", chance => "00000010  " + string.Join(' ',
            chance.Bytes(16).Select(part => part.ToString("x2", CultureInfo.InvariantCulture)))
            + "  |................|"),
        NearMissKind.Part("base64 image", chance => $"data:image/{chance.Pick("png", "jpeg", "gif", "webp")};base64,"
            + chance.Pick("iVBORw0KGgoAAAANSUhEUgAA", "/9j/4AAQSkZJRgABAQAAAQABAAD/", "R0lGODlhAQABAIAAAAUEBA")
                + chance.Base64(300)),
        NearMissKind.Part("base64 text", chance => Convert.ToBase64String(Encoding.UTF8.GetBytes(
            $"The {Words.Word(chance)} of {Words.Word(chance)} has {chance.Between(1, 99)} items, says bob"))),
        NearMissKind.Part("cursor", chance => chance.Pick("cursor=", "after: ", "next ") + Base64Url.EncodeToString(
            Encoding.UTF8.GetBytes($$"""{"id":{{chance.Digits(6)}},"dir":"next"}"""))),
        NearMissKind.Part("order number", chance => chance.Pick("ORD-2026-", "INV", "RMA-", "TWA")
            + chance.Digits(chance.Between(4, 10))),
        NearMissKind.Part("iban-like and card-like", chance => chance.Pick("DE89 3704 0044 0532 0130 00",
            "4111 1111 1111 1111", "tracking 1Z" + chance.Text(Alphabets.UpperAndDigits, 16))),
        NearMissKind.Part("css colour", chance => chance.Pick("#" + chance.Text(Alphabets.Hex, 6), "color: #"
            + chance.Text(Alphabets.Hex, 8), "rgba(12, 34, 56, 0.5)")),
        NearMissKind.Text("public key", chance => new Fragment(Pem(chance, "PUBLIC " + "KEY", 7))),
        NearMissKind.Text("certificate", chance => new Fragment("The certificate\n" + Pem(chance, "CERTIFICATE", 14)
            + "\nis not trusted")),
        NearMissKind.Part("certificate thumbprint", chance => "thumbprint " + chance.Text(Alphabets.Digits + "ABCDEF",
            40)),
        NearMissKind.Part("ssh public key", chance => "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAI"
            + chance.Text(Alphabets.Base64, 43) + " bob@laptop"),
        NearMissKind.Part("ssh fingerprint", chance => "SHA256:" + chance.Text(Alphabets.Base64, 43)),
    ];

    private static string Pem(Chance chance, string label, int lines)
    {
        var body = Enumerable.Range(0, lines).Select(_ => chance.Text(Alphabets.Base64, 64));
        return $"-----BEGIN {label}-----\n{string.Join('\n', body)}\n-----END {label}-----";
    }
}
