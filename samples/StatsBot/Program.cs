using System.Text;
using StatsBot;

Console.OutputEncoding = Encoding.UTF8;
return await StatsBotCommand.InvokeAsync(args);
