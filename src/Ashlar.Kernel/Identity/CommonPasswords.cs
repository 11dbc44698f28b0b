namespace Ashlar.Kernel;

/// <summary>
/// Recognises passwords that are guessed first: a well-known word with digits and signs around it, a run of keys or of
/// one letter. It compares the word that remains when the usual disguises are taken off.
/// </summary>
internal static class CommonPasswords
{
    private const string Runs =
        "abcdefghijklmnopqrstuvwxyz qwertyuiop asdfghjkl zxcvbnm qazwsxedcrfv 1234567890 0987654321 1q2w3e4r5t6y";

    private static readonly HashSet<string> Words = new(StringComparer.Ordinal)
    {
        "", "password", "passwort", "motdepasse", "contrasena", "passw", "pass", "qwerty", "qwertz", "azerty", "letmein",
        "welcome", "willkommen", "bienvenue", "admin", "administrator", "root", "user", "login", "guest", "test", "testing",
        "changeme", "changeit", "default", "secret", "master", "monkey", "dragon", "football", "baseball", "basketball",
        "soccer", "hockey", "superman", "batman", "starwars", "pokemon", "princess", "sunshine", "shadow", "iloveyou",
        "trustno", "whatever", "freedom", "summer", "winter", "spring", "autumn", "january", "february", "march", "april",
        "june", "july", "august", "september", "october", "november", "december", "monday", "friday", "sunday", "jesus",
        "michael", "jennifer", "jordan", "charlie", "thomas", "daniel", "andrew", "joshua", "matthew", "ashley", "jessica",
        "amanda", "nicole", "hunter", "killer", "ranger", "buster", "tigger", "ginger", "pepper", "cookie", "banana",
        "cheese", "chocolate", "computer", "internet", "samsung", "google", "microsoft", "mustang", "harley", "ferrari",
        "corvette", "liverpool", "arsenal", "chelsea", "barcelona", "juventus", "london", "paris", "berlin", "america",
        "hello", "hallo", "bonjour", "love", "angel", "flower", "butterfly", "purple", "orange", "yellow", "silver",
        "golden", "diamond", "matrix", "phoenix", "maverick", "merlin", "access", "server", "oracle", "database", "temp",
        "demo", "sample", "example", "company", "office", "helloworld", "passwordpassword", "correcthorsebatterystaple",
    };

    public static bool Contains(string password)
    {
        var lower = password.ToLowerInvariant();
        return IsRun(lower) || lower.Distinct().Count() < 4
            || Words.Contains(Core(lower)) || Words.Contains(Undisguise(Core(lower))) || Words.Contains(Core(Undisguise(lower)));
    }

    private static string Core(string text) => text.Trim("0123456789!?.,;:#*-_+=@$%&/()'\" ".ToCharArray());

    private static string Undisguise(string text) =>
        text.Replace('0', 'o').Replace('1', 'i').Replace('3', 'e').Replace('4', 'a').Replace('5', 's').Replace('7', 't')
            .Replace('@', 'a').Replace('$', 's').Replace('!', 'i');

    // "1234567890123" is the run twice.
    private static bool IsRun(string text) =>
        Runs.Split(' ').Any(run => string.Concat(run, run, run).Contains(text, StringComparison.Ordinal));
}
