"""Every sentence the checks can say, in Vietnamese and English, addressed to the person who wrote the record.

A message says what was read and what is expected; its `fix` says one thing to do. `{name}` is filled with a fact
of the finding. Only wording lives here: no rule, no place.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True, slots=True)
class Term:
    """A word that differs by language inside a sentence."""

    vi: str
    en: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Message:
    """One sentence in two languages, with the advice that follows it."""

    vi: str
    en: str
    fix_vi: str = ""
    fix_en: str = ""
    severity: Literal["error", "warning"] = "error"


# --- words that differ by language inside a sentence: files and characters (source) ---
CHARACTER_KINDS: dict[str, Term] = {
    "control": Term("ký tự điều khiển", "a control character"),
    "direction": Term("ký tự đổi chiều chữ", "a character that turns the direction of the text"),
    "invisible": Term("ký tự vô hình", "an invisible character"),
    "unassigned": Term("ký tự không thuộc chữ viết nào", "a character that belongs to no writing"),
}
NOT_TEXT = Term("một tệp không phải chữ (ảnh, Word…)", "a file that is not text (a picture, Word…)")
FILE_KINDS: dict[str, Term] = {
    "link": Term("một liên kết tới chỗ khác", "a link to another place"),
    "folder": Term("một thư mục", "a folder"),
    "special": Term("một tệp đặc biệt của máy", "a special file of the computer"),
}

# --- words that differ by language inside a sentence: what a field holds (validate) ---
VALUE_KINDS: dict[str, Term] = {
    "text": Term("chữ", "text"),
    "whole": Term("số nguyên", "a whole number"),
    "number": Term("số", "a number"),
    "yes-no": Term("true (có) hoặc false (không)", "true (yes) or false (no)"),
    "list": Term("một danh sách", "a list"),
    "fields": Term("một nhóm trường", "a group of fields"),
    "nothing": Term("chỗ trống", "nothing"),
    "date": Term("ngày", "a date"),
}

# --- words that differ by language inside a sentence: what came instead of a picture (images) ---
PICTURE_KINDS: dict[str, Term] = {
    "HEIC": Term("HEIC (iPhone hay lưu kiểu này)", "HEIC (as iPhones save it)"),
    "RAW": Term("ảnh thô của máy ảnh (RAW)", "a camera's raw picture"),
    "HTML": Term("một trang web", "a web page"),
    "ZIP": Term("một tệp nén hoặc tài liệu Word, Excel", "an archive or a Word or Excel document"),
    "video": Term("một đoạn phim", "a video"),
    "": Term("kiểu tệp lạ", "of a kind not known here"),
}


MESSAGES: dict[str, Message] = {
    # --- reading a file (source) ---
    "not-a-file": Message(
        vi="Đây là {kind}, không phải một tệp bình thường, nên không đọc.",
        en="This is {kind}, not an ordinary file, so it was not read.",
        fix_vi="Chép chính tệp đó vào đây.",
        fix_en="Put a copy of the file itself here.",
    ),
    "cannot-open": Message(
        vi="Máy không mở được tệp này ({reason}).",
        en="The computer could not open this file ({reason}).",
        fix_vi="Xem tệp còn ở đó không và bạn có quyền đọc không.",
        fix_en="See whether it is still there and whether you may read it.",
    ),
    "file-too-large": Message(
        vi="Tệp nặng {size} kB; mỗi tệp ở đây nhiều nhất {limit} kB.",
        en="The file has {size} kB; a file here may have {limit} kB at most.",
        fix_vi="Chia thành nhiều bản ghi, hoặc rút ngắn bài viết. Ảnh để trong thư mục photos/.",
        fix_en="Split it into several records or shorten the text. Pictures go into the folder photos/.",
    ),
    "empty-file": Message(
        vi="Tệp chưa có gì.",
        en="There is nothing in this file yet.",
        fix_vi="Viết bản ghi vào, bắt đầu bằng “name: …”, hoặc xóa tệp.",
        fix_en="Write the record, beginning with “name: …”, or delete the file.",
    ),
    "not-utf-8": Message(
        vi="Tệp không lưu bằng bảng mã UTF-8; có vẻ là {encoding}.",
        en="The file is not saved as UTF-8; it looks like {encoding}.",
        fix_vi="Mở bằng trình soạn thảo, chọn “Lưu thành…” (Save as) và bảng mã UTF-8.",
        fix_en="Open it in an editor, choose “Save as…” and the encoding UTF-8.",
    ),
    "conflict": Message(
        vi="Tệp còn dấu của hai bản sửa chưa gộp xong (<<<<<<< và >>>>>>>).",
        en="Two versions of this file have not been merged yet (<<<<<<< and >>>>>>>).",
        fix_vi="Giữ lại phần đúng, rồi xóa các dòng có <<<<<<<, ======= và >>>>>>>.",
        fix_en="Keep what is right, then delete the lines with <<<<<<<, ======= and >>>>>>>.",
    ),
    "git-lfs": Message(
        vi="Đây mới là phiếu gửi của Git LFS, chưa phải nội dung của tệp.",
        en="This is only a Git LFS ticket, not the content of the file.",
        fix_vi="Chạy “git lfs pull” để lấy nội dung về. Bản ghi thì không cần Git LFS.",
        fix_en="Run “git lfs pull” to fetch the content. Records do not need Git LFS.",
    ),
    # characters
    "tab": Message(
        vi="Ở đây có phím Tab; chỗ trống trong bản ghi chỉ dùng phím cách.",
        en="There is a tab here; the space in a record is made with the space bar only.",
        fix_vi="Xóa Tab rồi gõ dấu cách; mỗi bậc lùi vào hai dấu cách.",
        fix_en="Replace the tab by spaces; each step inwards is two spaces.",
    ),
    "odd-space": Message(
        vi="Dấu cách ở đây là loại đặc biệt ({character}), thường dính theo khi chép từ trang web hay Word.",
        en="The space here is a special one ({character}), as often comes along with text from the web or Word.",
        fix_vi="Xóa đi rồi gõ lại bằng phím cách.",
        fix_en="Delete it and press the space bar instead.",
    ),
    "hidden-line-break": Message(
        vi="Ở đây có dấu xuống dòng ẩn ({character}): nhìn là một dòng, máy lại đọc thành hai.",
        en="There is a hidden line break here ({character}): it looks like one line and is read as two.",
        fix_vi="Xóa đi, rồi gõ dấu cách hoặc nhấn Enter.",
        fix_en="Delete it, then type a space or press Enter.",
    ),
    "hidden-character": Message(
        vi="Ở đây có {kind} ({character}) mà người đọc không thấy được.",
        en="There is {kind} here ({character}) that a reader cannot see.",
        fix_vi="Xóa đi rồi gõ lại chữ ở chỗ này.",
        fix_en="Delete it and type the words here again.",
    ),
    "piled-marks": Message(
        vi="Một chữ cái ở đây mang quá nhiều dấu chồng lên nhau.",
        en="A letter here carries too many marks, one on top of another.",
        fix_vi="Xóa rồi gõ lại chữ này.",
        fix_en="Delete the word and type it again.",
    ),
    "lookalike-letter": Message(
        vi="Chữ “{letter}” trong “{word}” chỉ trông giống chữ quen dùng; thật ra là chữ khác ({character}).",
        en="The letter “{letter}” in “{word}” only looks like the usual one; it is another letter ({character}).",
        fix_vi="Xóa rồi gõ lại cả chữ “{word}”.",
        fix_en="Delete “{word}” and type it again.",
    ),
    "not-composed": Message(
        vi="Chữ “{word}” được lưu rời chữ cái với dấu ({was} ký tự thay vì {now}), nên tìm sẽ không thấy. "
        "Số chữ khác cũng vậy: {more}.",
        en="In “{word}” letters and marks are stored apart ({was} characters instead of {now}), so a search misses it. "
        "Other words like it: {more}.",
        fix_vi="Gõ lại là “{composed}” với bảng mã “Unicode” (dựng sẵn) của bộ gõ, không chọn “Unicode tổ hợp”.",
        fix_en="Type “{composed}” again, with the keyboard set to “Unicode” (precomposed, NFC).",
    ),
    # structure
    "several-documents": Message(
        vi="Từ dòng “---” này bắt đầu một bản ghi thứ hai; mỗi tệp chỉ có một bản ghi.",
        en="A second record begins at this “---” line; a file holds one record.",
        fix_vi="Chuyển phần này sang tệp riêng, hoặc xóa dòng “---”.",
        fix_en="Move this part to a file of its own, or delete the “---” line.",
    ),
    "anchor": Message(
        vi="Dấu & ở đầu (“&{word}”) có nghĩa riêng trong YAML và không dùng ở đây.",
        en="An & at the beginning (“&{word}”) has a meaning of its own in YAML and is not used here.",
        fix_vi="Nếu dấu & thuộc về câu chữ, đặt cả câu trong ngoặc kép.",
        fix_en="If the & belongs to the text, put the whole text in quotes.",
    ),
    "alias": Message(
        vi="Dấu * ở đầu (“*{word}”) có nghĩa riêng trong YAML và không dùng ở đây.",
        en="A * at the beginning (“*{word}”) has a meaning of its own in YAML and is not used here.",
        fix_vi="Nếu muốn chữ nghiêng hoặc chữ đậm, đặt cả câu trong ngoặc kép.",
        fix_en="If it is meant for emphasis, put the whole text in quotes.",
    ),
    "tag": Message(
        vi="Dấu ! ở đầu có nghĩa riêng trong YAML và không dùng ở đây.",
        en="A ! at the beginning has a meaning of its own in YAML and is not used here.",
        fix_vi="Nếu dấu ! thuộc về câu chữ, đặt cả câu trong ngoặc kép.",
        fix_en="If the ! belongs to the text, put the whole text in quotes.",
    ),
    "merge": Message(
        vi="Không dùng được “<<” để lấy nội dung từ chỗ khác.",
        en="“<<” cannot be used to take content from elsewhere.",
        fix_vi="Viết đủ từng trường ra đây.",
        fix_en="Write each field out here.",
    ),
    "field-name": Message(
        vi="“{name}” đứng trước dấu hai chấm nên được đọc là tên trường, nhưng tên trường chỉ gồm chữ thường "
        "không dấu, chữ số và dấu gạch dưới.",
        en="“{name}” stands before a colon and is read as the name of a field, but such names are small letters "
        "without marks, digits and underscores.",
        fix_vi='Nếu đây là câu chữ, đặt cả câu trong ngoặc kép: "…"',
        fix_en='If this is text, put the whole of it in quotes: "…"',
    ),
    "duplicate-field": Message(
        vi="Trường “{name}” đã viết ở dòng {first}, ở đây lại viết lần nữa.",
        en="The field “{name}” was written in line {first} and again here.",
        fix_vi="Giữ một chỗ, xóa chỗ kia.",
        fix_en="Keep one, delete the other.",
    ),
    "too-deep": Message(
        vi="Từ đây các mục lồng vào nhau quá {limit} bậc.",
        en="From here on things stand inside one another more than {limit} steps deep.",
        fix_vi="Xem lại các dấu [ và { ở đây, hoặc số dấu cách đầu dòng.",
        fix_en="Look at the brackets here, or at the spaces at the beginning of the lines.",
    ),
    "too-many-values": Message(
        vi="Tệp có hơn {limit} giá trị, quá nhiều cho một bản ghi.",
        en="The file has more than {limit} values, too many for one record.",
        fix_vi="Chia thành nhiều bản ghi.",
        fix_en="Split it into several records.",
    ),
    "list-too-long": Message(
        vi="Danh sách này có hơn {limit} mục.",
        en="This list has more than {limit} items.",
        fix_vi="Bỏ bớt, hoặc chia thành nhiều bản ghi.",
        fix_en="Shorten it, or split it into several records.",
    ),
    # slips of writing
    "special-start": Message(
        vi="Chữ không mở đầu bằng “{sign}” được khi chưa có ngoặc kép: dấu này có nghĩa riêng trong YAML.",
        en="Without quotes a text cannot begin with “{sign}”: the sign has a meaning of its own in YAML.",
        fix_vi='Đặt cả câu trong ngoặc kép: "…"',
        fix_en='Put the whole text in quotes: "…"',
    ),
    "colon-in-text": Message(
        vi="Trong câu có dấu hai chấm rồi dấu cách, nên câu bị đọc thành tên trường.",
        en="The text holds a colon and a space, so part of it is read as the name of a field.",
        fix_vi='Đặt cả câu trong ngoặc kép: "…"',
        fix_en='Put the whole text in quotes: "…"',
    ),
    "unclosed-quote": Message(
        vi="Dấu ngoặc {quote} mở ở đây mà không có chỗ đóng.",
        en="The quote {quote} is opened here and never closed.",
        fix_vi="Thêm một dấu {quote} vào cuối câu.",
        fix_en="Add {quote} at the end of the text.",
    ),
    "quote-in-text": Message(
        vi="Dấu {quote} trong câu bị hiểu là hết câu, nên phần sau đọc không được.",
        en="A {quote} inside the text was taken for its end, so the rest cannot be read.",
        fix_vi="Dùng ngoặc kép bên ngoài khi câu có dấu ', và ngoặc đơn bên ngoài khi câu có dấu \".",
        fix_en="Put double quotes around a text with ' in it, and single quotes around a text with \" in it.",
    ),
    "backslash": Message(
        vi="“{sign}” trong ngoặc kép có nghĩa riêng và ở đây không hiểu được.",
        en="In double quotes “{sign}” has a meaning of its own, and here it makes no sense.",
        fix_vi="Dùng ngoặc đơn '…' quanh câu có dấu \\.",
        fix_en="Put single quotes '…' around a text with a \\ in it.",
    ),
    "open-bracket": Message(
        vi="Dấu “{bracket}” mở ra một danh sách, nhưng phần sau không đọc được như vậy.",
        en="The “{bracket}” opens a list, but what follows cannot be read as one.",
        fix_vi='Nếu là câu chữ, đặt cả câu trong ngoặc kép: "…". Nếu là danh sách, viết mỗi mục một dòng riêng.',
        fix_en='If it is text, put the whole of it in quotes: "…". If it is a list, give each item a line of its own.',
    ),
    "missing-space": Message(
        vi="Thiếu dấu cách sau “{name}:”.",
        en="The space after “{name}:” is missing.",
        fix_vi="Gõ một dấu cách sau dấu hai chấm.",
        fix_en="Type a space after the colon.",
    ),
    "missing-colon": Message(
        vi="Dòng “{line}” không có dạng “tên trường: nội dung”, cũng không thuộc về dòng trên.",
        en="The line “{line}” is not of the form “field: content”, nor does it belong to the line above.",
        fix_vi="Nếu là phần tiếp của câu trên, lùi vào hai dấu cách; nếu là trường mới, thêm dấu hai chấm và dấu cách.",
        fix_en="If it continues the text above, move it two spaces in; if it is a new field, add a colon and a space.",
    ),
    "indentation": Message(
        vi="Dòng này thụt vào không khớp với các dòng quanh nó.",
        en="This line does not stand in line with its neighbours.",
        fix_vi="Các trường cùng bậc bắt đầu ở cùng một cột; bậc trong lùi vào hai dấu cách.",
        fix_en="Fields of one level begin in the same column; the next level is two spaces further in.",
    ),
    "not-understood": Message(
        vi="Từ chỗ này không đọc tiếp được.",
        en="From here on the file could not be read.",
        fix_vi="Xem lại dòng này và dòng trên: dấu ngoặc, dấu hai chấm, số dấu cách đầu dòng.",
        fix_en="Look at this line and the one above: quotes, colons, spaces at the beginning.",
    ),
    "comment-after-text": Message(
        vi="Phần từ dấu # trở đi bị coi là ghi chú riêng; nội dung chỉ còn “{value}”.",
        en="What follows the # is taken for a private note; the text is only “{value}”.",
        fix_vi="Nếu dấu # thuộc về câu chữ, đặt cả câu trong ngoặc kép; nếu là ghi chú, đưa lên một dòng riêng.",
        fix_en="If the # belongs to the text, put the text in quotes; if it is a note, give it a line of its own.",
        severity="warning",
    ),
    "curly-quotes": Message(
        vi="Ngoặc cong “ ” quanh câu sẽ in ra cùng với câu.",
        en="The curly quotes “ ” around this text will be printed with it.",
        fix_vi='Dùng ngoặc thẳng "…"; nếu muốn in ngoặc cong, đặt thêm ngoặc thẳng bên ngoài.',
        fix_en='Use straight quotes "…"; to print curly quotes, put straight ones around them.',
        severity="warning",
    ),
    # --- what a field holds (validate) ---
    "missing-field": Message(
        vi="Thiếu trường “{field}”.",
        en="The field “{field}” is missing.",
        fix_vi="Thêm “{field}: …” ({meaning})",
        fix_en="Add “{field}: …” ({meaning})",
    ),
    "empty-field": Message(
        vi="{field} còn bỏ trống; cần {expected}.",
        en="{field} has been left empty; {expected} is needed.",
        fix_vi="Điền vào sau dấu hai chấm, hoặc xóa cả dòng nếu chưa biết.",
        fix_en="Fill it in after the colon, or delete the line if it is not known.",
    ),
    "wrong-type": Message(
        vi="{field} cần {expected}, nhưng đọc được {found}: {read}",
        en="{field} should be {expected}, but {found} was read: {read}",
        fix_vi="Viết lại thành {expected}.",
        fix_en="Write {expected} here.",
    ),
    "fields-expected": Message(
        vi="{field} gồm nhiều trường nhỏ, nhưng đọc được {found}: {read}",
        en="{field} consists of fields of its own, but {found} was read: {read}",
        fix_vi="Xuống dòng, lùi vào hai dấu cách, rồi viết các trường: {known}",
        fix_en="Begin a new line two spaces further in and write its fields: {known}",
    ),
    "list-expected": Message(
        vi="{field} là một danh sách, nhưng đọc được {found}: {read}",
        en="{field} is a list, but {found} was read: {read}",
        fix_vi="Xuống dòng, mỗi mục một dòng, mở đầu bằng “- ”.",
        fix_en="Begin a new line; each item has a line of its own that begins with “- ”.",
    ),
    "unknown-choice": Message(
        vi="{field} không có lựa chọn “{read}”.",
        en="“{read}” is not one of the choices for {field}.",
        fix_vi="Chọn một trong: {choices}",
        fix_en="Choose one of: {choices}",
    ),
    "not-a-slug": Message(
        vi="{field} là một mã, chỉ gồm chữ thường không dấu, chữ số và gạch nối; đọc được “{read}”.",
        en="{field} is an id of small letters without marks, digits and hyphens; “{read}” was read.",
        fix_vi="Ví dụ: quang-phu-cau",
        fix_en="For example: quang-phu-cau",
    ),
    "too-long": Message(
        vi="{field} dài {length} ký tự, nhiều nhất là {limit}.",
        en="{field} has {length} characters; {limit} is the most.",
        fix_vi="Rút ngắn lại; chuyện dài viết ở “description”.",
        fix_en="Shorten it; long stories belong in “description”.",
    ),
    "empty-text": Message(
        vi="{field} chưa có chữ nào.",
        en="{field} has no words yet.",
        fix_vi="Viết vào, hoặc xóa cả dòng nếu chưa biết.",
        fix_en="Write something, or delete the line if it is not known.",
    ),
    "out-of-range": Message(
        vi="{field} phải {bound}, nhưng đọc được {read}.",
        en="{field} must be {bound}, but {read} was read.",
        fix_vi="Xem lại con số này.",
        fix_en="Look at the number again.",
    ),
    "not-a-date": Message(
        vi="{field} là ngày, viết theo năm-tháng-ngày; đọc được “{read}”.",
        en="{field} is a date, written year-month-day; “{read}” was read.",
        fix_vi="Ví dụ: 2023-08-23; nếu chỉ biết tháng: 2023-08; nếu chỉ biết năm: 2023",
        fix_en="For example 2023-08-23; if only the month is known 2023-08; if only the year is known 2023",
    ),
    "empty-list": Message(
        vi="{field} cần ít nhất {least} mục.",
        en="{field} needs at least this many items: {least}.",
        fix_vi="Thêm một dòng mở đầu bằng “- ”.",
        fix_en="Add a line that begins with “- ”.",
    ),
    "too-many-items": Message(
        vi="{field} có quá nhiều mục; nhiều nhất là {limit}.",
        en="{field} has too many items; {limit} is the most.",
        fix_vi="Bỏ bớt.",
        fix_en="Remove some.",
    ),
    "not-accepted": Message(
        vi="{field} chưa nhận được giá trị này: {read}",
        en="{field} cannot take this value: {read}",
        fix_vi="Xem mô tả của trường này trong lược đồ hoặc trong hướng dẫn đóng góp.",
        fix_en="See what the schema or the contributing guide says about this field.",
    ),
    "thousands-point": Message(
        vi="{field} đọc được {read} là số lẻ, vì ở đây dấu chấm ngăn phần thập phân.",
        en="In {field}, {read} is read as a fraction, because a point begins the decimals here.",
        fix_vi="Nếu là hàng nghìn, viết liền: {whole}",
        fix_en="If thousands are meant, write {whole}",
        severity="warning",
    ),
    "unknown-field": Message(
        vi="Không có trường “{field}”.",
        en="There is no field “{field}”.",
        fix_vi="Các trường dùng được ở đây: {known}",
        fix_en="Fields that can be used here: {known}",
    ),
    "featured-not-one": Message(
        vi="Mỗi mục giới thiệu một làng nghề hoặc một sản phẩm; mục này ghi cả hai, hoặc chưa ghi gì.",
        en="Each entry shows one village or one product; this one names both, or neither.",
        fix_vi="Giữ lại một dòng: “village: …” hoặc “product: …”.",
        fix_en="Keep one line: “village: …” or “product: …”.",
    ),
    # --- files and folders (repository) ---
    "not-a-record-name": Message(
        vi="“{file}” không phải tên của một bản ghi, nên tệp không được đọc.",
        en="“{file}” is not the name of a record, so the file was not read.",
        fix_vi="Tên bản ghi kết thúc bằng .yml; làng nghề là village.yml, cơ sở là maker.yml.",
        fix_en="The name of a record ends in .yml; a village is village.yml, a maker is maker.yml.",
    ),
    "not-a-record-place": Message(
        vi="Tệp “{file}” không nằm ở chỗ của một bản ghi, nên không được đọc.",
        en="The file “{file}” does not stand where a record stands, so it was not read.",
        fix_vi="Chuyển tệp vào products/<tỉnh>/<làng hoặc cơ sở>/, ví dụ products/ha-noi/bat-trang/",
        fix_en="Move it to products/<province>/<village or maker>/, for example products/ha-noi/bat-trang/",
    ),
    "stray-file": Message(
        vi="Tệp “{file}” không phải bản ghi, cũng không phải ảnh trong thư mục photos/, nên không được dùng.",
        en="The file “{file}” is neither a record nor a picture in a folder photos/, so it is not used.",
        fix_vi="Nếu là ảnh, chuyển vào thư mục photos/ bên cạnh bản ghi; nếu không cần nữa, xóa đi.",
        fix_en="If it is a picture, move it into the folder photos/ beside the record; if not needed, delete it.",
        severity="warning",
    ),
    "unknown-vocabulary": Message(
        vi="Không có danh mục từ nào tên như tệp này.",
        en="There is no vocabulary of this name.",
        fix_vi="Các danh mục từ: {known}",
        fix_en="The vocabularies are: {known}",
    ),
    # --- rules across records (checks) ---
    # words
    "unknown-word": Message(
        vi="Danh mục từ chưa có {kind} “{word}”.",
        en="The vocabulary has no {kind} “{word}” yet.",
        fix_vi="Dùng một trong các mã: {known}. Nếu thật sự cần mã mới, thêm vào {file}.",
        fix_en="Use one of: {known}. If a new one is really needed, add it to {file}.",
    ),
    "missing-vocabulary": Message(
        vi="Không thấy tệp này, nên chưa kiểm tra được {kind} của các bản ghi.",
        en="This file is not there, so no {kind} of the records could be checked.",
        fix_vi="Lấy lại tệp từ kho của danh mục, ví dụ bằng lệnh “git checkout -- products/vocabulary”.",
        fix_en="Fetch the file again, for example with “git checkout -- products/vocabulary”.",
    ),
    "word-taken": Message(
        vi="Mã “{word}” đã dùng ở dòng {line} của tệp này.",
        en="The id “{word}” is already used in line {line} of this file.",
        fix_vi="Đặt mã khác, hoặc gộp hai mục làm một.",
        fix_en="Choose another id, or make one entry of the two.",
    ),
    "honour-elsewhere": Message(
        vi="“{word}” là một {kind}, nên đứng ở “{right}”, không phải ở đây.",
        en="“{word}” is a {kind}, so its place is “{right}”, not here.",
        fix_vi="Chuyển cả mục này xuống dưới “{right}:”",
        fix_en="Move this whole item under “{right}:”",
    ),
    "group-elsewhere": Message(
        vi="“{group}” là nhóm sản phẩm của một chương trình khác.",
        en="“{group}” is a product group of another programme.",
        fix_vi="Viết ở trường bên kia: “{right}: {group}”",
        fix_en="Write it in the other field: “{right}: {group}”",
    ),
    # ids
    "id-not-slug": Message(
        vi="Tên {what} “{id}” sẽ là địa chỉ trang web, nên chỉ gồm chữ thường không dấu, chữ số và gạch nối, "
        "nhiều nhất 80 ký tự.",
        en="The name of the {what}, “{id}”, becomes a web address: small letters without marks, digits and hyphens, "
        "80 characters at most.",
        fix_vi="Đổi tên, ví dụ quang-phu-cau",
        fix_en="Rename it, for example to quang-phu-cau",
    ),
    "id-taken": Message(
        vi="Mã “{id}” đã thuộc về {other}; mỗi mã là một địa chỉ trang web nên chỉ dùng một lần.",
        en="The id “{id}” already belongs to {other}; each id is a web address and is used only once.",
        fix_vi="Đổi tên tệp hoặc thư mục mới thêm, ví dụ {example}. Bản ghi đã đăng thì giữ nguyên tên.",
        fix_en="Rename the file or folder you are adding, for example {example}. A published record keeps its name.",
    ),
    "id-reserved": Message(
        vi="Tên {what} “{id}” trùng với một địa chỉ riêng của trang web.",
        en="The name of the {what}, “{id}”, is an address of the site itself.",
        fix_vi="Thêm một từ cho khác đi, ví dụ tên làng hoặc tên cơ sở.",
        fix_en="Add a word to it, such as the name of the village or the maker.",
    ),
    "file-twins": Message(
        vi="Tên tệp này chỉ khác “{other}” ở chữ hoa, chữ thường; trên Windows và macOS hai tệp là một.",
        en="The name of this file differs from “{other}” only in capitals; on Windows and macOS the two are one file.",
        fix_vi="Đổi tên một trong hai tệp.",
        fix_en="Rename one of the two.",
    ),
    "two-homes": Message(
        vi="Thư mục “{id}” vừa có village.yml vừa có maker.yml; mỗi thư mục là một làng nghề hoặc một cơ sở.",
        en="The folder “{id}” has both village.yml and maker.yml; a folder is one village or one maker.",
        fix_vi="Chuyển maker.yml sang thư mục riêng của cơ sở, và viết trong đó “village: {id}”.",
        fix_en="Move maker.yml to a folder of its own and write “village: {id}” in it.",
    ),
    # belonging
    "home-missing": Message(
        vi="Chưa biết sản phẩm này của ai: thư mục {home} không có village.yml hay maker.yml.",
        en="It is not clear whose product this is: the folder {home} has no village.yml and no maker.yml.",
        fix_vi="Thêm “maker: mã cơ sở” hoặc “village: mã làng”; nguồn không nêu ai làm thì thêm “maker_unknown: true”.",
        fix_en="Add “maker: its id” or “village: its id”; if no source names one, add “maker_unknown: true”.",
    ),
    "maker-known": Message(
        vi="Ở đây ghi là không rõ cơ sở, nhưng bản ghi lại thuộc về “{maker}”.",
        en="This says that the maker is unknown, but the record belongs to “{maker}”.",
        fix_vi="Xóa dòng “maker_unknown: true”.",
        fix_en="Delete the line “maker_unknown: true”.",
    ),
    "unknown-maker": Message(
        vi="Chưa có bản ghi nào của cơ sở “{id}”.",
        en="There is no record of a maker “{id}”.",
        fix_vi="Xem lại mã (tên thư mục có maker.yml), hoặc thêm bản ghi products/<tỉnh>/{id}/maker.yml.",
        fix_en="Look at the id again (the folder that holds maker.yml), or add products/<province>/{id}/maker.yml.",
    ),
    "unknown-village": Message(
        vi="Chưa có bản ghi nào của làng nghề “{id}”.",
        en="There is no record of a village “{id}”.",
        fix_vi="Xem lại mã (tên thư mục có village.yml), hoặc thêm bản ghi products/<tỉnh>/{id}/village.yml.",
        fix_en="Look at the id again (the folder that holds village.yml), or add products/<province>/{id}/village.yml.",
    ),
    # places
    "unknown-province-folder": Message(
        vi="Thư mục “{folder}” không mang mã của tỉnh, thành phố nào trong {file}.",
        en="The folder “{folder}” is not named by the id of any province or city of {file}.",
        fix_vi="Đặt bản ghi vào thư mục của tỉnh, thành phố hiện nay (34 đơn vị từ 1/7/2025), ví dụ products/ha-noi/",
        fix_en="Put the record into the folder of today's province (34 since July 2025), for example products/ha-noi/",
    ),
    "province-elsewhere": Message(
        vi="Địa chỉ mới ghi “{province}” nhưng bản ghi nằm trong thư mục của “{folder}”.",
        en="The new address says “{province}”, but the record stands in the folder of “{folder}”.",
        fix_vi="Sửa thành “province: {folder}”, hoặc chuyển cả thư mục sang products/{province}/",
        fix_en="Write “province: {folder}”, or move the whole folder to products/{province}/",
    ),
    "district-after-2025": Message(
        vi="“{commune}” là cấp huyện; từ 1/7/2025 địa chỉ chỉ còn xã, phường, đặc khu rồi đến tỉnh, thành phố.",
        en="“{commune}” is a district; since 1 July 2025 an address has only a commune, ward or zone and a province.",
        fix_vi="Viết tên xã, phường mới; tên huyện cũ để ở “before_2025”. Nếu chưa biết, xóa dòng này.",
        fix_en="Write the new commune or ward; the district belongs to “before_2025”. If not known, delete the line.",
    ),
    "commune-without-kind": Message(
        vi="“{commune}” chưa nói rõ là xã, phường hay đặc khu.",
        en="“{commune}” does not say whether it is a xã, a phường or a đặc khu.",
        fix_vi="Viết đủ, ví dụ “Xã Ứng Thiên”; từ 1/7/2025 không còn thị trấn.",
        fix_en="Write it in full, for example “Xã Ứng Thiên”; there are no townships (thị trấn) since 1 July 2025.",
        severity="warning",
    ),
    "unknown-former-province": Message(
        vi="Trước 1/7/2025 không có tỉnh, thành phố nào tên “{province}”.",
        en="There was no province or city “{province}” before 1 July 2025.",
        fix_vi="Viết tên đầy đủ của một trong 63 tỉnh, thành phố khi đó, ví dụ “Tỉnh Hà Nam”.",
        fix_en="Write the full name of one of the 63 of that time, for example “Tỉnh Hà Nam”.",
        severity="warning",
    ),
    "province-moved": Message(
        vi="Địa chỉ cũ ở “{former}”, nơi không nhập vào “{province}”.",
        en="The former address is in “{former}”, which did not become part of “{province}”.",
        severity="warning",
    ),
    "coordinates-swapped": Message(
        vi="Vĩ độ {lat}, kinh độ {lon} nằm ngoài Việt Nam: hai số bị đổi chỗ cho nhau.",
        en="Latitude {lat}, longitude {lon} is outside Việt Nam: the two numbers have changed places.",
    ),
    "coordinates-zero": Message(
        vi="Tọa độ 0, 0 nằm giữa biển ngoài khơi châu Phi.",
        en="The point 0, 0 lies in the sea off Africa.",
        fix_vi="Nếu chưa biết tọa độ, xóa cả mục “coordinates”.",
        fix_en="If the point is not known, delete “coordinates” altogether.",
    ),
    "coordinates-outside": Message(
        vi="Vĩ độ {lat}, kinh độ {lon} nằm ngoài Việt Nam (vĩ độ 8–23,5; kinh độ 102–118).",
        en="Latitude {lat}, longitude {lon} is outside Việt Nam (latitude 8–23.5, longitude 102–118).",
        fix_vi="Chép lại hai số từ bản đồ; dấu chấm ngăn phần lẻ, ví dụ 20.774826.",
        fix_en="Copy both numbers from a map again, with a point before the decimals, for example 20.774826.",
    ),
    # awards
    "level-after-end": Message(
        vi="“{level}” ({name}) chỉ có đến {day}, nhưng quyết định là của {decided}.",
        en="“{level}” ({name}) existed until {day}, but the decision dates from {decided}.",
        fix_vi="Từ 1/7/2025 không còn cấp huyện: nếu cấp xã trao thì viết “xa”, nếu không thì xem lại ngày quyết định.",
        fix_en="There is no district level since 1 July 2025: write “xa” for the commune, or look at the date again.",
    ),
    "level-before-start": Message(
        vi="“{level}” ({name}) chỉ có từ {day}, nhưng quyết định là của {decided}.",
        en="“{level}” ({name}) has existed since {day}, but the decision dates from {decided}.",
        fix_vi="Trước 1/7/2025 là cấp huyện, viết “huyen”; nếu không phải thì xem lại ngày quyết định.",
        fix_en="Before 1 July 2025 it was the district level, “huyen”; if not, look at the date again.",
    ),
    "region-missing": Message(
        vi="Giải cấp khu vực mà chưa nói khu vực nào.",
        en="The award is of the regional level, but it does not say which region.",
        fix_vi="Nếu biết, thêm dòng “region: …”, một trong: {known}",
        fix_en="If it is known, add a line “region: …”, one of: {known}",
        severity="warning",
    ),
    "region-without-level": Message(
        vi="Có khu vực “{region}” nhưng giải không phải cấp khu vực.",
        en="A region “{region}” is given, but the award is not of the regional level.",
        fix_vi="Sửa thành “level: khu-vuc”, hoặc xóa dòng “region”.",
        fix_en="Write “level: khu-vuc”, or delete the line “region”.",
        severity="warning",
    ),
    "stars-not-used": Message(
        vi="Chương trình {programme} không chấm sao.",
        en="The programme {programme} gives no stars.",
        fix_vi="Xóa dòng “stars”, hoặc sửa “programme”.",
        fix_en="Delete the line “stars”, or correct “programme”.",
    ),
    "stars-out-of-range": Message(
        vi="{programme} chấm từ 1 đến {most} sao, nhưng đọc được {stars}.",
        en="{programme} gives 1 to {most} stars, but {stars} was read.",
        fix_vi="Xem lại số sao trên giấy chứng nhận.",
        fix_en="Look at the stars on the certificate again.",
    ),
    "year-not-of-decision": Message(
        vi="Năm {year} không phải năm của quyết định ({decided}).",
        en="{year} is not the year of the decision ({decided}).",
        severity="warning",
    ),
    "valid-to-before-decision": Message(
        vi="Giải hết hạn ({end}) trước cả khi được quyết định ({decided}).",
        en="The award ends ({end}) before it was decided ({decided}).",
        fix_vi="Xem lại hai ngày trên giấy chứng nhận.",
        fix_en="Look at both dates on the certificate again.",
    ),
    "valid-to-differs": Message(
        vi="Ở đây ghi giải có giá trị đến {end}, còn theo quy định của chương trình thì đến {computed}.",
        en="This says that the award is valid until {end}; by the rule of its programme it is {computed}.",
        fix_vi="Nếu ngày này in trên giấy chứng nhận thì cứ để; nếu không, xóa dòng này để máy tự tính.",
        fix_en="If the date is printed on the certificate, leave it; if not, delete the line and it is computed.",
        severity="warning",
    ),
    "award-twice": Message(
        vi="Giải này giống hệt giải ở dòng {line}.",
        en="This award is the same as the one in line {line}.",
        fix_vi="Xóa một trong hai, hoặc viết rõ chỗ khác nhau (năm, cấp, giải).",
        fix_en="Delete one of them, or say what differs (year, level, prize).",
        severity="warning",
    ),
    # photos
    "photo-missing": Message(
        vi="Không thấy ảnh “{file}” trong {folder}.",
        en="There is no picture “{file}” in {folder}.",
        fix_vi="Các tệp đang có: {present}",
        fix_en="Files that are there: {present}",
    ),
    "photo-folder-empty": Message(
        vi="Không thấy ảnh “{file}”: thư mục {folder} chưa có tệp nào.",
        en="There is no picture “{file}”: the folder {folder} holds no file yet.",
        fix_vi="Chép ảnh vào thư mục đó.",
        fix_en="Copy the picture into that folder.",
    ),
    "photo-unused": Message(
        vi="Chưa bản ghi nào dùng ảnh “{file}”.",
        en="No record uses the picture “{file}” yet.",
        fix_vi="Thêm vào mục “photos” của bản ghi, kèm người chụp và giấy phép; nếu không cần nữa, xóa đi.",
        fix_en="Add it to “photos” of a record, with who took it and its licence; if not needed, delete it.",
        severity="warning",
    ),
    "photo-name": Message(
        vi="Tên ảnh “{file}” không dùng được trên mọi máy.",
        en="A picture cannot be called “{file}” on every computer.",
        fix_vi="Chỉ viết tên tệp trong thư mục photos/, ví dụ cong-lang-01.jpg",
        fix_en="Write only the name of a file in the folder photos/, for example cong-lang-01.jpg",
    ),
    "photo-kind": Message(
        vi="“{file}” không thuộc loại ảnh đọc được: {known}.",
        en="“{file}” is not of a kind of picture that can be read: {known}.",
        fix_vi="Mở ảnh rồi lưu lại thành JPEG (.jpg). Trên iPhone: Cài đặt → Camera → Định dạng → Tương thích nhất.",
        fix_en="Open it and save it as JPEG (.jpg). On an iPhone: Settings → Camera → Formats → Most Compatible.",
    ),
    "photo-without-consent": Message(
        vi="Trong ảnh “{file}” có người nhận ra được, nhưng chưa ghi ngày họ đồng ý.",
        en="There are recognisable people in “{file}”, but not the day on which they agreed.",
        fix_vi="Hỏi người trong ảnh rồi thêm “consent: năm-tháng-ngày”; nếu không hỏi được, chọn ảnh khác.",
        fix_en="Ask them, then add “consent: year-month-day”; if they cannot be asked, choose another picture.",
    ),
    "photo-step-unknown": Message(
        vi="Ảnh “{file}” ghi là của bước {step}, nhưng “process” có {steps} bước.",
        en="“{file}” is said to show step {step}, but “process” has {steps} steps.",
        fix_vi="Đếm lại từ 1 theo thứ tự trong “process”; ảnh không cho riêng bước nào thì bỏ dòng “step”.",
        fix_en="Count again from 1 in the order of “process”; for a picture of no step, leave out the line “step”.",
    ),
    "photo-tiny": Message(
        vi="Ảnh “{file}” chỉ có {width} × {height} điểm ảnh, mới bằng ảnh xem trước; cạnh dài cần ít nhất {wanted}.",
        en="“{file}” has only {width} × {height} pixels, as a preview has; its longer side needs {wanted} at least.",
        fix_vi="Tìm lại ảnh gốc trong máy; nếu gửi qua Zalo, chọn gửi ảnh HD.",
        fix_en="Find the original on the phone or camera; chat programs make pictures small unless asked for HD.",
    ),
    "photo-small-cover": Message(
        vi="Ảnh bìa “{file}” rộng {width} điểm ảnh; bìa rộng từ {wanted} trở lên mới nét.",
        en="The cover “{file}” is {width} pixels wide; from {wanted} on a cover is crisp.",
        fix_vi="Tìm ảnh gốc lớn hơn, hoặc đưa một ảnh lớn hơn lên đầu mục “photos”.",
        fix_en="Find a larger original, or put a larger picture first under “photos”.",
        severity="warning",
    ),
    "photo-dark": Message(
        vi="Ảnh “{file}” rất tối, khó nhìn rõ có gì.",
        en="The picture “{file}” is very dark; it is hard to see what it shows.",
        fix_vi="Chụp lại lúc có nắng nhẹ hoặc gần cửa sổ, hoặc chỉnh ảnh sáng lên.",
        fix_en="Take it again in soft daylight or near a window, or make it brighter.",
        severity="warning",
    ),
    "photo-blurred": Message(
        vi="Ảnh “{file}” có vẻ bị mờ: không chỗ nào thật nét.",
        en="The picture “{file}” looks blurred: no part of it is really sharp.",
        fix_vi="Lau ống kính, giữ chắc tay, chạm vào vật muốn chụp cho máy lấy nét rồi chụp lại.",
        fix_en="Wipe the lens, hold still, tap on the thing so that the phone focuses, and take it again.",
        severity="warning",
    ),
    "photo-position": Message(
        vi="Bên trong ảnh “{file}” có ghi nơi chụp (GPS): ai tải ảnh gốc cũng xem được, và lịch sử git giữ lại mãi.",
        en="Inside “{file}” stands where it was taken (GPS): anyone can read it, and git's history keeps it for ever.",
        fix_vi="Chạy “catalog photo clean TỆP” trước khi commit; nếu đã commit thì chạy xong rồi “git commit --amend”.",
        fix_en="Run “catalog photo clean FILE” before committing; if committed already, then “git commit --amend” too.",
    ),
    "photo-twin": Message(
        vi="Ảnh “{file}” gần như giống hệt “{other}” (bản ghi {record}).",
        en="“{file}” is nearly the same picture as “{other}” (record {record}).",
        fix_vi="Giữ ảnh ở bản ghi mà nó chụp; bản ghi kia dùng ảnh khác, hoặc bỏ ảnh đi.",
        fix_en="Keep it in the record that it shows; use another picture in the other one, or none.",
        severity="warning",
    ),
    "photo-alt-thin": Message(
        vi="Lời tả ảnh “{alt}” chưa nói được trong ảnh có gì.",
        en="The description “{alt}” does not tell what the picture shows.",
        fix_vi="Tả cho người không nhìn thấy, ví dụ: Những bó tăm hương đỏ xòe tròn trên sân gạch.",
        fix_en="Describe it for those who cannot see it, for example: Red incense bundles fanned out on a brick yard.",
        severity="warning",
    ),
    "photo-credit-nobody": Message(
        vi="“{credit}” không phải tên người chụp, nên chưa biết ai cho phép dùng ảnh.",
        en="“{credit}” does not name who took the picture, so nobody is known to have allowed its use.",
        fix_vi="Hỏi người chụp rồi ghi tên họ; nếu không biết ai chụp, chọn ảnh khác.",
        fix_en="Ask the photographer and write their name; if nobody knows who it is, choose another picture.",
    ),
    # figures
    "figure-empty": Message(
        vi="Số liệu này chưa có con số nào.",
        en="This figure has no number yet.",
        fix_vi="Thêm “value: …”, hoặc “min: …” và “max: …” nếu là khoảng.",
        fix_en="Add “value: …”, or “min: …” and “max: …” for a range.",
    ),
    "figure-both": Message(
        vi="Số liệu này vừa có một giá trị (value) vừa có khoảng (min, max).",
        en="This figure has both one value and a range (min, max).",
        fix_vi="Giữ một cách viết; nếu hai nguồn nói khác nhau, tách thành hai mục, mỗi mục một nguồn.",
        fix_en="Keep one of them; if two sources differ, make two items, each with its source.",
    ),
    "figure-range": Message(
        vi="Khoảng viết ngược: từ {min} đến {max}.",
        en="The range runs backwards: from {min} to {max}.",
    ),
    # festivals and markets
    "festival-without-day": Message(
        vi="Chưa biết “{name}” vào lúc nào.",
        en="It is not said when “{name}” is held.",
        fix_vi="Thêm “lunar:” (âm lịch) hoặc “solar:” (dương lịch) với month, day; nếu không cố định thì viết “when”.",
        fix_en="Add “lunar:” or “solar:” with month and day; if there is no fixed day, describe it in “when”.",
        severity="warning",
    ),
    "no-such-day": Message(
        vi="Theo {calendar}, tháng này không có ngày {day} (nhiều nhất {most} ngày).",
        en="In the {calendar} this month has no day {day} ({most} days at most).",
        fix_vi="Xem lại ngày, hoặc xem là âm lịch (lunar) hay dương lịch (solar).",
        fix_en="Look at the day again, and whether it is lunar or solar.",
    ),
    "days-backwards": Message(
        vi="Hội kết thúc (ngày {end}) trước khi bắt đầu (ngày {day}).",
        en="It ends (day {end}) before it begins (day {day}).",
        fix_vi="Xem lại hai ngày; nếu hội kéo sang tháng sau, chỉ ghi ngày đầu và tả thêm ở “note”.",
        fix_en="Look at both days; if it runs into the next month, give the first day and tell the rest in “note”.",
    ),
    # the front page
    "unknown-product": Message(
        vi="Chưa có bản ghi nào của sản phẩm “{id}”.",
        en="There is no record of a product “{id}”.",
        fix_vi="Xem lại mã: tên tệp của sản phẩm, không có .yml.",
        fix_en="Look at the id again: the name of the product's file without .yml.",
    ),
    "featured-backwards": Message(
        vi="Mục này hết hạn ({until}) trước khi bắt đầu ({since}), nên trang chủ không bao giờ hiện.",
        en="This entry ends ({until}) before it begins ({since}), so the front page never shows it.",
        fix_vi="Xem lại “since” và “until”.",
        fix_en="Look at “since” and “until” again.",
    ),
    "featured-twice": Message(
        vi="“{id}” đã được giới thiệu trong cùng thời gian ở dòng {line}.",
        en="“{id}” is shown during the same time by line {line} already.",
        fix_vi="Bỏ một mục, hoặc cho hai mục nối tiếp nhau.",
        fix_en="Take one entry away, or let one follow the other.",
        severity="warning",
    ),
    "featured-run-out": Message(
        vi="Không mục nào còn hạn vào ngày {today}: trang chủ đang tự chọn những làng có nhiều nguồn nhất.",
        en="No entry holds on {today}: the front page is choosing the villages with the most sources by itself.",
        fix_vi="Thêm một mục mới, có “since” và “until”.",
        fix_en="Add a new entry with “since” and “until”.",
        severity="warning",
    ),
    # sources, addresses, contacts
    "source-without-address": Message(
        vi="Nguồn “{title}” chưa có địa chỉ trang web.",
        en="The source “{title}” has no web address.",
        fix_vi="Nếu đọc được trên mạng, thêm dòng “url: https://…”; nếu là sách báo in thì cứ để vậy.",
        fix_en="If it can be read on the web, add a line “url: https://…”; if it is printed matter, leave it so.",
        severity="warning",
    ),
    "source-twice": Message(
        vi="Nguồn này đã ghi ở dòng {line}.",
        en="This source is already given in line {line}.",
        fix_vi="Xóa một trong hai.",
        fix_en="Delete one of the two.",
        severity="warning",
    ),
    "address-form": Message(
        vi="“{url}” không phải địa chỉ một trang web mở ra được.",
        en="“{url}” is not the address of a web page that can be opened.",
        fix_vi="Chép lại địa chỉ từ trình duyệt; địa chỉ bắt đầu bằng https:// và không có dấu cách.",
        fix_en="Copy it from the browser again; it begins with https:// and has no spaces.",
    ),
    "unfit-host": Message(
        vi="Trang {host} không nên dùng làm nguồn: {reason}",
        en="{host} should not stand as a source: {reason}",
        fix_vi="Nếu tìm được, thay bằng bài gốc của báo hoặc của cơ quan nhà nước.",
        fix_en="If you can find it, give the original of the paper or the office instead.",
        severity="warning",
    ),
    "phone-form": Message(
        vi="“{phone}” không giống một số điện thoại ở Việt Nam.",
        en="“{phone}” does not look like a telephone number of Việt Nam.",
        fix_vi="Viết một số, có mã vùng, ví dụ 024 3869 1234 hoặc +84 912 345 678.",
        fix_en="Write one number with its area code, for example 024 3869 1234 or +84 912 345 678.",
    ),
    "email-form": Message(
        vi="“{email}” không phải một địa chỉ thư điện tử.",
        en="“{email}” is not a mail address.",
        fix_vi="Viết một địa chỉ, ví dụ lienhe@langnghe.vn",
        fix_en="Write one address, for example lienhe@langnghe.vn",
    ),
    "phone-in-text": Message(
        vi="Trong bài có số điện thoại {phone}; danh mục không đăng số riêng của ai khi chưa hỏi.",
        en="The text holds a telephone number, {phone}; the catalog prints nobody's number without asking.",
        fix_vi="Bỏ số này khỏi bài. Số của cơ sở viết ở “contact” trong maker.yml, kèm “consent”: ngày cơ sở đồng ý.",
        fix_en="Take it out. A business number goes to “contact” in maker.yml, with “consent”: the day they agreed.",
        severity="warning",
    ),
    # days
    "date-in-future": Message(
        vi="Mốc thời gian {date} chưa tới: danh mục đang tính theo ngày {today}.",
        en="{date} has not come yet: the catalog counts from {today}.",
        fix_vi="Xem lại ngày, năm. Nếu đến hôm nay mốc này đã qua rồi thì cứ để vậy.",
        fix_en="Look at the date again. If it has passed by now, leave it so.",
        severity="warning",
    ),
    "date-far-ahead": Message(
        vi="Mốc thời gian {date} còn xa mới tới: danh mục đang tính theo ngày {today}.",
        en="{date} is still far off: the catalog counts from {today}.",
        fix_vi="Xem lại năm: có lẽ gõ nhầm một chữ số.",
        fix_en="Look at the year again: a digit may be mistyped.",
    ),
    # --- what is inside a picture (images) ---
    "picture-empty": Message(
        vi="Tệp ảnh này trống: 0 byte.",
        en="This picture file is empty: 0 bytes.",
        fix_vi="Có lẽ lúc chép bị ngắt giữa chừng. Chép lại từ điện thoại hoặc máy ảnh.",
        fix_en="Copying was probably interrupted. Copy it again from the phone or camera.",
    ),
    "picture-too-heavy": Message(
        vi="Ảnh nặng {size} MB; mỗi ảnh nhiều nhất {limit} MB.",
        en="The picture has {size} MB; {limit} MB is the most.",
        fix_vi="Xuất lại ảnh ở cỡ nhỏ hơn; cạnh dài 3000 điểm ảnh là đủ đẹp.",
        fix_en="Export it again smaller; a longer side of 3000 pixels is plenty.",
    ),
    "picture-too-large": Message(
        vi="Ảnh rộng {width} × {height} điểm ảnh; nhiều nhất {most} triệu điểm ảnh, mỗi cạnh {side}.",
        en="The picture has {width} × {height} pixels; the most is {most} million, and {side} on a side.",
        fix_vi="Thu nhỏ ảnh; cạnh dài 3000 điểm ảnh là đủ đẹp.",
        fix_en="Make it smaller; a longer side of 3000 pixels is plenty.",
    ),
    "picture-to-export": Message(
        vi="Tệp này thật ra là {kind}, trình duyệt không hiện được.",
        en="This file is really {kind}, which browsers do not show.",
        fix_vi="Mở bằng chương trình xem ảnh, xuất sang JPEG, rồi để tệp .jpg vào đây.",
        fix_en="Open it in a picture viewer, export it as JPEG and put the .jpg file here.",
    ),
    "picture-unknown": Message(
        vi="Tệp này không phải ảnh dùng được ở đây: {kind}.",
        en="This file is not a picture that can be used here: {kind}.",
        fix_vi="Các kiểu ảnh dùng được: {known}",
        fix_en="Kinds of pictures that can be used: {known}",
    ),
    "picture-elsewhere": Message(
        vi="Đây chỉ là mẩu giấy ghi chỗ cất ảnh (Git LFS), chưa phải ảnh.",
        en="This is only a note that says where the picture is kept (Git LFS), not the picture.",
        fix_vi="Chạy “git lfs pull”, rồi thêm chính ảnh đó vào mà không dùng Git LFS.",
        fix_en="Run “git lfs pull”, then add the picture itself without Git LFS.",
    ),
    "picture-ending": Message(
        vi="Tên tệp kết thúc bằng “.{ending}”, nhưng bên trong là ảnh {kind}.",
        en="The name ends in “.{ending}”, but inside is a {kind} picture.",
        fix_vi="Đổi đuôi tên tệp thành .{proper}, và đổi cả trong bản ghi.",
        fix_en="Change the end of the name to .{proper}, in the record too.",
    ),
    "picture-cut-short": Message(
        vi="Ảnh bị đứt giữa chừng: thiếu phần cuối.",
        en="The picture breaks off: its end is missing.",
        fix_vi="Chép lại ảnh gốc; nếu nhận qua mạng thì tải lại.",
        fix_en="Copy the original again; if it came over the network, fetch it again.",
    ),
    "picture-broken": Message(
        vi="Ảnh bị hỏng, máy không đọc được.",
        en="The picture is damaged and cannot be read.",
        fix_vi="Mở ảnh gốc bằng chương trình xem ảnh; nếu xem được thì xuất sang JPEG, không thì chọn ảnh khác.",
        fix_en="Open the original in a picture viewer; if it shows, export it as JPEG, otherwise take another.",
    ),
    "picture-bomb": Message(
        vi="Tệp nhỏ nhưng khi mở ra thì phình rất to, nên không mở.",
        en="The file is small but swells enormously when opened, so it was not opened.",
        fix_vi="Nếu đúng là ảnh của bạn, mở bằng chương trình xem ảnh rồi xuất sang JPEG.",
        fix_en="If it is really your picture, open it in a picture viewer and export it as JPEG.",
    ),
    "picture-name-twin": Message(
        vi="Tên tệp này với “{other}” chỉ khác chữ hoa, chữ thường hoặc cách gõ dấu; nhiều máy coi là một tệp.",
        en="This name and “{other}” differ only in capitals or in how marks are typed; many computers see one file.",
        fix_vi="Đổi tên một trong hai tệp, và đổi cả trong bản ghi.",
        fix_en="Rename one of the two files, in the record too.",
    ),
    "picture-took-too-long": Message(
        vi="Làm ảnh này quá {seconds} giây vẫn chưa xong nên đã dừng; các ảnh khác vẫn được làm.",
        en="This picture took more than {seconds} seconds and was stopped; the other pictures were made.",
        fix_vi="Mở ảnh bằng chương trình xem ảnh, thu nhỏ còn cạnh dài 3000 điểm ảnh và xuất sang JPEG.",
        fix_en="Open it in a picture viewer, make its longer side 3000 pixels and export it as JPEG.",
    ),
    "picture-too-much-memory": Message(
        vi="Ảnh này cần nhiều bộ nhớ hơn mức cho phép nên đã dừng; các ảnh khác vẫn được làm.",
        en="This picture needs more memory than is allowed and was stopped; the other pictures were made.",
        fix_vi="Mở ảnh bằng chương trình xem ảnh, thu nhỏ còn cạnh dài 3000 điểm ảnh và xuất sang JPEG.",
        fix_en="Open it in a picture viewer, make its longer side 3000 pixels and export it as JPEG.",
    ),
    "picture-work-ended": Message(
        vi="Việc làm ảnh này bị máy ngắt giữa chừng ({reason}); các ảnh khác vẫn được làm.",
        en="The computer ended the work on this picture ({reason}); the other pictures were made.",
        fix_vi="Chạy lại một lần. Nếu vẫn vậy, thu nhỏ ảnh còn cạnh dài 3000 điểm ảnh và xuất sang JPEG.",
        fix_en="Run it once more. If it happens again, make its longer side 3000 pixels and export it as JPEG.",
    ),
    "picture-changed": Message(
        vi="Ảnh này bị thay đổi trong lúc đang dựng trang.",
        en="This picture was changed while the site was being built.",
        fix_vi="Chạy lại khi không ai sửa ảnh.",
        fix_en="Run it again when nobody changes the picture.",
    ),
    "picture-cache-unusable": Message(
        vi="Không cất được ảnh đã làm vào kho tạm ({reason}); trang vẫn đủ ảnh, chỉ lần sau phải làm lại.",
        en="Finished pictures could not be kept for next time ({reason}); the site is complete, only slower next time.",
        fix_vi="Xem thư mục này có ghi được không, ổ đĩa còn chỗ không.",
        fix_en="See whether this folder can be written to and whether the disk has room.",
        severity="warning",
    ),
    "letter-lacking": Message(
        vi="Bộ chữ Be Vietnam Pro không có ký tự {character} trong “{text}”, nên ảnh chia sẻ sẽ hiện ô vuông.",
        en="Be Vietnam Pro has no letter for {character} in “{text}”, so the share card would show a box.",
        fix_vi="Viết ký tự khác cùng nghĩa, ví dụ chữ và dấu câu thường dùng.",
        fix_en="Write another character that means the same, for example ordinary letters and signs.",
    ),
    "card-not-printed": Message(
        vi="Không làm được ảnh chia sẻ của bản ghi này ({reason}); các ảnh khác vẫn được làm.",
        en="The share card of this record could not be made ({reason}); the others were made.",
        fix_vi="Chạy lại một lần; nếu vẫn vậy, nhờ bạn báo cho chúng tôi.",
        fix_en="Run it once more; if it happens again, please report it.",
    ),
    # --- taking a photo in (intake) ---
    "photos-not-placed": Message(
        vi="Mục “photos” ở đây viết theo lối mà lệnh này không dám sửa, nên chưa có gì thay đổi.",
        en="“photos” is written here in a way that this command does not dare to edit, so nothing was changed.",
        fix_vi="Viết mỗi ảnh thành một mục bắt đầu bằng “- file: …”, xuống dòng cho từng trường, rồi chạy lại.",
        fix_en="Write each picture as an item beginning with “- file: …”, one field on a line, and run it again.",
    ),
    # --- pages of content/ and the layouts they use (pour) ---
    "missing-hole": Message(
        vi="Trang này phải có đúng một chỗ “{hole}”, đứng riêng một dòng, để đổ bản ghi vào.",
        en="This page must have the place “{hole}” exactly once, on a line of its own, for the record to go in.",
        fix_vi="Thêm lại “{hole}” vào trang, hoặc vào khuôn trong overrides/ mà trang này dùng.",
        fix_en="Put “{hole}” back into the page, or into the layout in overrides/ that it uses.",
    ),
    "unknown-hole": Message(
        vi="Không có chỗ nào tên là “{hole}”.",
        en="There is no place named “{hole}”.",
        fix_vi="Các chỗ dùng được: {known}",
        fix_en="Places that can be used: {known}",
    ),
    # --- the finished site (publish) ---
    "page-missing": Message(
        vi="Trang này phải có mà không có.",
        en="This page should be there and is not.",
    ),
    "page-cut-short": Message(
        vi="Trang này không trọn: thiếu dòng cuối.",
        en="This page is not whole: its end is missing.",
    ),
    "hole-left": Message(
        vi="Trang này còn một chỗ trống chưa điền: {hole}.",
        en="This page still has a hole that nothing was put into: {hole}.",
    ),
    "link-leads-nowhere": Message(
        vi="Trang này dẫn tới “{link}”, mà trang web không có tệp ấy.",
        en="This page leads to “{link}”, which the site does not have.",
    ),
    "file-not-readable": Message(
        vi="Tệp {kind} này hỏng, trình đọc sẽ không hiểu ({reason}).",
        en="This {kind} file is damaged, no reader would understand it ({reason}).",
    ),
    "and-more": Message(
        vi="Và {count} chỗ nữa như thế.",
        en="And {count} more of these.",
    ),
}
